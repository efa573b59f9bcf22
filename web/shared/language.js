// Which language a page opens in: the one that its address says, or the command that made it, or else the browser's first of those it has.
export const languages = { en: "English", id: "Bahasa Indonesia" };

// `asked`: of the address, or null. The program writes into the page whether its own language was asked for.
export function languageOf(asked, root = document.documentElement, preferred = navigator.languages ?? [navigator.language]) {
  if (Object.hasOwn(languages, asked)) return asked;
  if (root.dataset.language === "asked" && root.lang in languages) return root.lang;
  for (const tag of preferred) {
    const first = tag.toLowerCase().split("-")[0];
    if (first === "in") return "id";  // what Java and old Androids call Indonesian
    if (Object.hasOwn(languages, first)) return first;
  }
  return "en";
}

// The title in the page's language, of what has { title, title_id }.
export const titleIn = (lang, one) => (lang === "id" && one.title_id ? one.title_id : one.title);
