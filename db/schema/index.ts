/** The one barrel: drizzle-kit and the relational types want all tables in one place. */
export * from "./answers";
export * from "./articles";
export * from "./assignments";
export * from "./classes";
export * from "./decisions";
export * from "./discussions";
export * from "./drafts";
export * from "./editing";
export * from "./endings";
export * from "./events";
export * from "./grades";
export * from "./media";
export * from "./members";
export * from "./moderation";
export * from "./reading";
export * from "./reconsidered";
