/** Begins with the files of tests that take longest, in each project, so that none of them is left alone at the end while a processor idles. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that ask everything there is in everybody's name, and the stories held against their model: half a minute and more, where others take seconds. */
const LONG = /\/(leaks(\.both)?|access|model)\.test\.ts$/;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // A project's stay together: its workers are kept from one file to the next.
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((one) => [true, false].flatMap((isLong) => sorted.filter(({ project, moduleId }) => project === one && LONG.test(moduleId) === isLong)));
  }
}
