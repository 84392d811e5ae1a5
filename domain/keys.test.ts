import { describe, expect, it } from "vitest";
import { actOf, changesOf, defaultKeys, keysFrom, remapped } from "./keys";

const press = (key: string, held: Partial<Parameters<typeof actOf>[0]> = {}) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe("a press", () => {
  it("does what its key stands for", () => {
    expect(actOf(press("j"), defaultKeys)).toBe("next-block");
    expect(actOf(press("Enter"), defaultKeys)).toBe("open");
    expect(actOf(press("x"), defaultKeys)).toBeNull();
  });

  it("is the same letter with Caps Lock on", () => {
    expect(actOf(press("J"), defaultKeys)).toBe("next-block");
  });

  it("may need Shift for a sign, but not for a letter", () => {
    expect(actOf(press("?", { shiftKey: true }), defaultKeys)).toBe("keys");
    expect(actOf(press("J", { shiftKey: true }), defaultKeys)).toBeNull();
    expect(actOf(press("Enter", { shiftKey: true }), defaultKeys)).toBeNull();
  });

  it("belongs to the browser with any other modifier", () => {
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) expect(actOf(press("p", held), defaultKeys)).toBeNull();
  });

  it("does nothing where it is turned off", () => {
    expect(actOf(press("j"), { ...defaultKeys, "next-block": null })).toBeNull();
  });
});

describe("changing a key", () => {
  it("takes any one letter, figure or sign", () => {
    expect(remapped(defaultKeys, "next-block", " S ")).toEqual({ ...defaultKeys, "next-block": "s" });
    expect(remapped(defaultKeys, "reply", "о")).toEqual({ ...defaultKeys, reply: "о" });
    expect(remapped(defaultKeys, "keys", "#")).toEqual({ ...defaultKeys, keys: "#" });
  });

  it("turns it off with nothing", () => {
    expect(remapped(defaultKeys, "comment", "")).toEqual({ ...defaultKeys, comment: null });
  });

  it("refuses more than one, what is no key, and those that are fixed", () => {
    expect(remapped(defaultKeys, "comment", "cc")).toBe("notOne");
    expect(remapped(defaultKeys, "comment", "\u200b")).toBe("notOne");
    expect(remapped(defaultKeys, "back", "b")).toBe("notOne");
  });

  it("refuses a key that does something else", () => {
    expect(remapped(defaultKeys, "comment", "r")).toBe("taken");
    expect(remapped(defaultKeys, "comment", "c")).toEqual(defaultKeys);
    expect(remapped({ ...defaultKeys, reply: null }, "comment", "r")).toEqual({ ...defaultKeys, reply: null, comment: "r" });
  });
});

describe("the keys that are kept", () => {
  it("are only those that differ, and come back", () => {
    const own = { ...defaultKeys, "next-block": "k", "previous-block": "j", comment: null };
    expect(changesOf(own)).toEqual({ "next-block": "k", "previous-block": "j", comment: null });
    expect(keysFrom(changesOf(own))).toEqual(own);
  });

  it("are the first ones where what is kept makes no sense", () => {
    for (const kept of [null, "j", [], { comment: "r" }, { comment: 3 }, { comment: "cc" }, { back: "b" }, { away: "a" }]) expect(keysFrom(kept)).toEqual(defaultKeys);
  });
});
