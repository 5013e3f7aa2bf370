"use strict";

// Names for what the stock scripts build without one. Without scripts those parts are plain inputs, which have theirs.
(() => {
    const labelOf = (select) => {
        const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
        return (select.getAttribute("aria-label") || (label ? label.textContent : "")).trim().replace(/[:：]$/, "");
    };

    // select2 names its box by the value chosen in it, which says nothing where nothing is chosen
    const nameSearchingSelects = () => {
        for (const select of document.querySelectorAll("select.admin-autocomplete")) {
            const box = select.parentElement.querySelector(".select2-selection");
            if (!box) continue;
            const value = box.querySelector(".select2-selection__rendered");
            value.setAttribute("aria-label", labelOf(select));
            box.setAttribute("aria-label", labelOf(select));
            box.removeAttribute("aria-labelledby");
            value.id && box.setAttribute("aria-describedby", value.id);
        }
    };
    const nameOpenSelect = (event) => {
        const name = labelOf(event.target);
        for (const part of document.querySelectorAll(".select2-search__field, .select2-results__options"))
            part.setAttribute("aria-label", name);
        const box = event.target.parentElement.querySelector(".select2-selection");
        box?.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    };
    const nameFilterIcons = () => {
        for (const icon of document.querySelectorAll(".search-label-icon")) icon.setAttribute("role", "img");
    };

    const nameAll = () => {
        nameSearchingSelects();
        nameFilterIcons();
    };
    const $ = window.django?.jQuery;
    if (!$) return;
    $(nameAll);  // after the stock scripts, which wait in the same line
    $(document).on("select2:open", nameOpenSelect);
    document.addEventListener("formset:added", nameAll);
    window.addEventListener("load", nameAll);  // the two lists of a filter are built as late as that
})();
