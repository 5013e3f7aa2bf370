"use strict";

// A block and the raw lines it comes from light up together. Without this script the line numbers are links.
(() => {
    const panes = document.querySelector(".sheet-panes");
    if (!panes) return;
    const scroll = panes.querySelector(".sheet-raw .sheet-scroll");
    const blocks = [...panes.querySelectorAll(".sheet-block")];
    const rowsOf = (block) =>
        block.dataset.raw.split(" ").filter(Boolean).map((number) => document.getElementById(`raw-${number}`)).filter(Boolean);
    const blocksOf = new Map();
    for (const block of blocks)
        for (const row of rowsOf(block)) blocksOf.set(row, [...(blocksOf.get(row) || []), block]);

    let lit = [];
    const light = (things) => {
        for (const thing of lit) thing.classList.remove("is-lit");
        for (const thing of things) thing.classList.add("is-lit");
        lit = things;
    };
    const bringIntoSight = (row) => {
        const top = row.offsetTop, bottom = top + row.offsetHeight;
        if (top < scroll.scrollTop || bottom > scroll.scrollTop + scroll.clientHeight)
            scroll.scrollTop = Math.max(0, top - scroll.clientHeight / 3);
    };
    const lightBlock = (block) => {
        const rows = rowsOf(block);
        light([block, ...rows]);
        if (rows.length) bringIntoSight(rows[0]);
    };

    for (const block of blocks) {
        block.addEventListener("mouseenter", () => lightBlock(block));
        block.addEventListener("focusin", () => lightBlock(block));
        const select = block.querySelector("select");
        const first = select && select.value;
        if (select) select.addEventListener("change", () => block.classList.toggle("is-chosen", select.value !== first));
    }
    for (const [row, own] of blocksOf) row.addEventListener("mouseenter", () => light([row, ...own]));
    panes.addEventListener("mouseleave", () => light([]));

    // From a sentence about a line of the marked text to that line.
    const area = document.getElementById("id_marked");
    for (const link of document.querySelectorAll("a[data-marked]"))
        link.addEventListener("click", (event) => {
            const lines = area.value.split("\n");
            const number = Number(link.dataset.marked);
            const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
            event.preventDefault();
            area.focus();
            area.setSelectionRange(start, start + (lines[number - 1] || "").length);
            area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (number - 4));
        });
})();
