/* Improvements for readers: light or dark, four sizes of text, leafing by arrow key and by swipe.
   Loaded in the head, so that the page is never first drawn in another size or colour. Without it everything is readable. */
"use strict";
(() => {
    const root = document.documentElement;
    const SIZES = ["1", "2", "3", "4"];
    const THEMES = ["auto", "light", "dark"];

    const kept = (name, among) => {
        try {
            const value = localStorage.getItem(name);
            return among.includes(value) ? value : among[0];
        } catch {
            return among[0]; // storage may be forbidden
        }
    };
    const keep = (name, value) => {
        try { localStorage.setItem(name, value); } catch { /* then it holds for this page */ }
    };
    const show = (name, value) => {
        root.dataset[name] = value;
        for (const button of document.querySelectorAll(`[data-set-${name}]`)) {
            button.setAttribute("aria-pressed", String(button.getAttribute(`data-set-${name}`) === value));
        }
    };
    const settings = { size: SIZES, theme: THEMES };
    const showAll = () => Object.entries(settings).forEach(([name, among]) => show(name, kept(name, among)));
    showAll();

    const leaf = (rel) => document.querySelector(`nav.leaf a[rel="${rel}"]`)?.click();
    const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

    document.addEventListener("DOMContentLoaded", () => {
        for (const panel of document.querySelectorAll(".switches")) panel.hidden = false;
        showAll();
        document.addEventListener("click", (event) => {
            for (const name of Object.keys(settings)) {
                const button = event.target.closest(`[data-set-${name}]`);
                if (!button) continue;
                const value = button.getAttribute(`data-set-${name}`);
                keep(name, value);
                show(name, value);
            }
        });
        document.addEventListener("keydown", (event) => {
            if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target)) return;
            if (event.key === "ArrowLeft") leaf("prev");
            if (event.key === "ArrowRight") leaf("next");
        });

        let start = null;
        document.addEventListener("touchstart", (event) => {
            start = event.touches.length === 1 ? event.touches[0] : null;
        }, { passive: true });
        document.addEventListener("touchend", (event) => {
            if (!start || String(getSelection())) return;
            const across = event.changedTouches[0].clientX - start.clientX;
            const down = Math.abs(event.changedTouches[0].clientY - start.clientY);
            start = null;
            if (Math.abs(across) > 90 && Math.abs(across) > 3 * down) leaf(across > 0 ? "prev" : "next");
        }, { passive: true });
    });
})();
