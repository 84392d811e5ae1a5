/**
 * Every file of tests has modules of its own, in a process that is not its own: nothing that one file left in a module is there in the next,
 * while the packages, which take most of the time to load, stay.
 */
import { vi } from "vitest";

vi.resetModules();
