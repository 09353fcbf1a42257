// Follow links between pages without loading them anew. Opened in a new tab, or without this, they are plain links.
export default function ({ parentElement, setTriggerValue }) {
  const page = parentElement.ownerDocument;

  function click(event) {
    const row = event.target.closest && event.target.closest(".grid tbody tr");
    const leads = row && !String(page.getSelection()) && row.querySelector(".leads a[data-page]");
    const link = (event.target.closest && event.target.closest("a[data-page]")) || leads;
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setTriggerValue("followed", [link.dataset.page, new URL(link.href).search.slice(1)]);
  }

  page.addEventListener("click", click);
  return () => page.removeEventListener("click", click);
}
