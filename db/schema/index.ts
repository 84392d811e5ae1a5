/** The one barrel: drizzle-kit and the relational types want all tables in one place. */
export * from "./articles";
export * from "./discussions";
export * from "./drafts";
export * from "./events";
export * from "./members";
export * from "./reading";
