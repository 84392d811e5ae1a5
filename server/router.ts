/** The table of contents: everything that may be asked of Paragora. */
import { administration } from "./administration/router";
import { answers } from "./answers/router";
import { appeals } from "./appeals/router";
import { articles } from "./articles/router";
import { assignments } from "./assignments/router";
import { classReports } from "./class-reports/router";
import { classes } from "./classes/router";
import { comments } from "./comments/router";
import { decisions } from "./decisions/router";
import { discussions } from "./discussions/router";
import { drafts } from "./drafts/router";
import { editing } from "./editing/router";
import { endings } from "./endings/router";
import { grades } from "./grades/router";
import { members } from "./members/router";
import { moderation } from "./moderation/router";
import { notices } from "./notices/router";
import { oidc } from "./oidc/router";
import { reading } from "./reading/router";
import { record } from "./record/router";
import { reports } from "./reports/router";
import { revising } from "./revising/router";
import { revisions } from "./revisions/router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({ administration, answers, appeals, articles, assignments, classes, classReports, comments, decisions, discussions, drafts, editing, endings, grades, members, moderation, notices, oidc, reading, record, reports, revising, revisions });

export type AppRouter = typeof appRouter;

/** Asks as pages, forms, the command line and tests do: without the network. */
export const callerOf = createCallerFactory(appRouter);
