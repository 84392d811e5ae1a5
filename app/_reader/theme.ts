/** The switch between dark and light; without a choice the system's wish stands. */
export function wakeTheme(): void {
  const root = document.documentElement;
  const button = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = getComputedStyle(root).colorScheme.startsWith("dark");
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark && matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage may be forbidden: then the choice holds for this page alone.
      return;
    }
  });
}
