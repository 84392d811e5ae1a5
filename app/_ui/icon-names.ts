/** The icons in use, by their names in lucide: the sprite holds these and no others. */
export const iconNames = [
  "arrow-left",
  "arrow-right",
  "ban",
  "bell",
  "circle-alert",
  "corner-down-right",
  "ellipsis",
  "flag",
  "history",
  "languages",
  "link",
  "lock",
  "message-square-plus",
  "moon",
  "pencil",
  "trash-2",
  "users",
] as const;

export type IconName = (typeof iconNames)[number];
