/** The places node would look in, nearest first. */
function placesFrom(holder) {
  const folders = holder.split("/node_modules/");
  return folders.map((_, above) => `${folders.slice(0, folders.length - above).join("/node_modules/")}/node_modules/`).concat("node_modules/");
}

/** Optional packages that the lockfile's own entries name and that have no entry: `[name, version]`. */
export function missingOptional(lock) {
  const { packages } = lock;
  const missing = new Map();
  for (const [holder, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (![...placesFrom(holder)].some((place) => packages[place + name])) missing.set(name, version);
    }
  }
  return [...missing];
}
