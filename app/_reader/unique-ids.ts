let opened = 0;

/** Several forms may stand on one page, each with a field named alike; labels and notes must find their own. */
export function makeIdsUnique(form: HTMLFormElement): void {
  opened += 1;
  for (const element of form.querySelectorAll("[id]")) element.id = `${element.id}-${opened}`;
  for (const attribute of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const element of form.querySelectorAll(`[${attribute}]`)) {
      const ids = (element.getAttribute(attribute) ?? "").split(/\s+/);
      element.setAttribute(attribute, ids.map((id) => `${id}-${opened}`).join(" "));
    }
  }
}
