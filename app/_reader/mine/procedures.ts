/** Procedures from the browser, as their types say. */
import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "../../../server/router";

export const procedures = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });
