/** Which of the two databases this process speaks to. Read once: one process, one database. */
export const databaseUrl = process.env.DATABASE_URL ?? "";

export const dialect: "sqlite" | "postgresql" = /^postgres(ql)?:/.test(databaseUrl) ? "postgresql" : "sqlite";
