/**
 * The one script inside the page: it sets the chosen theme, and tells the stylesheet that scripts run, before anything is painted. Public pages are stored bytes, so
 * the policy allows it by its hash, not by a nonce. Storage may be forbidden, then the system's wish stands.
 */
export const themeScript =
  'document.documentElement.classList.add("js");try{const t=localStorage.getItem("theme");if(t==="dark"||t==="light")document.documentElement.dataset.theme=t}catch{}';
