/** An editor's acts by forms: each leads to where what was done is seen, or comes back with the newest draft and what is wrong. */
import { isBlockKind } from "../../domain/blocks";
import type { Done } from "../../server/editing/history";
import { badField } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { articlePath, editorPath } from "../_ui/paths";
import { blockAgain, draftAgain, publicAgain } from "./editing-again";
import { type Form, leadTo, type Sent } from "./form";

const ofDraft = ({ field }: Sent) => ({ slug: field("of"), version: wholeNumber(field("version")) ?? 0 });
const ofBlock = (sent: Sent) => ({ ...ofDraft(sent), block: sent.field("block") });

/** Slugs may be of any script; a header is not. */
function pathOf(slug: string, more: Parameters<typeof editorPath>[1] = {}): string {
  return editorPath(encodeURIComponent(slug), more);
}

/** To the block where it was done, on its page. */
function seen(sent: Sent, { block }: Done): Response {
  const path = pathOf(sent.field("of"), block === null ? {} : { at: block });
  return leadTo(sent, `${sent.words.to(path)}#${block === null ? "text" : `k-${block}`}`);
}

/** An act on the blocks: refused, the draft comes again as it stands now. */
function act(what: (sent: Sent) => Promise<Done>): Form {
  return async (sent) => {
    try {
      return seen(sent, await what(sent));
    } catch (error) {
      return draftAgain(sent, error);
    }
  };
}

export const join = act((sent) => sent.ask.editing.join(ofBlock(sent)));
export const split = act((sent) => sent.ask.editing.split({ ...ofBlock(sent), at: wholeNumber(sent.field("at")) ?? 0 }));
export const drop = act((sent) => sent.ask.editing.drop({ ...ofBlock(sent), dropped: true }));
export const keep = act((sent) => sent.ask.editing.drop({ ...ofBlock(sent), dropped: false }));
export const undo = act((sent) => sent.ask.editing.undo(ofDraft(sent)));
export const redo = act((sent) => sent.ask.editing.redo(ofDraft(sent)));
export const takeIn = act((sent) => sent.ask.editing.takeIn({ ...ofDraft(sent), which: wholeNumber(sent.field("which")) ?? -1, after: wholeNumber(sent.field("after")) ?? NO_NUMBER }));

/** Beyond all texts: what is no number is refused like one that is too large. */
const NO_NUMBER = 2 ** 31 - 1;

export const retype = act((sent) => {
  const [, name = "", level] = /^([a-z-]+?)(?:-(\d))?$/.exec(sent.field("kind")) ?? [];
  if (!isBlockKind(name)) throw badField("kind", { fault: "kindUnknown" });
  return sent.ask.editing.retype({ ...ofBlock(sent), kind: name, level: Number(level ?? 1) });
});

/** Words stay with whoever wrote them until they are kept. */
export const reword: Form = async (sent) => {
  try {
    return seen(sent, await sent.ask.editing.reword({ ...ofBlock(sent), text: sent.field("text") }));
  } catch (error) {
    return blockAgain(sent, error, sent.field("text"));
  }
};

export const describe: Form = async (sent) => {
  try {
    return seen(sent, await sent.ask.editing.describe({ ...ofBlock(sent), alternative: sent.field("alternative"), decorative: sent.field("decorative") !== "" }));
  } catch (error) {
    return blockAgain(sent, error, null);
  }
};

export const saveHead: Form = async (sent) => {
  const [title, standfirst, byline, date, source, language, to] = (["title", "standfirst", "byline", "date", "source", "language", "slug"] as const).map(sent.field);
  const written = { title: title ?? "", standfirst: standfirst ?? "", byline: byline ?? "", date: date ?? "", source: source ?? "", language: language ?? "", to: to ?? "" };
  try {
    const { slug } = await sent.ask.editing.saveHead({ ...ofDraft(sent), ...written });
    return leadTo(sent, sent.words.to(`${pathOf(slug)}?saved=1`));
  } catch (error) {
    return draftAgain(sent, error, written);
  }
};

export const publish: Form = async (sent) => {
  try {
    const { slug } = await sent.ask.editing.publish(ofDraft(sent));
    return leadTo(sent, sent.words.to(articlePath(encodeURIComponent(slug))));
  } catch (error) {
    return draftAgain(sent, error);
  }
};

export const discard: Form = async (sent) => {
  try {
    await sent.ask.editing.discard(ofDraft(sent));
    return leadTo(sent, sent.words.to("/editor"));
  } catch (error) {
    return draftAgain(sent, error);
  }
};

export const renameArticle: Form = async (sent) => {
  try {
    const { slug } = await sent.ask.editing.rename({ slug: sent.field("of"), to: sent.field("slug") });
    return leadTo(sent, sent.words.to(pathOf(slug)));
  } catch (error) {
    return publicAgain(sent, error, { to: sent.field("slug") });
  }
};

export const withdrawArticle: Form = async (sent) => {
  try {
    const { slug } = await sent.ask.editing.withdraw({ slug: sent.field("of"), why: sent.field("why") });
    return leadTo(sent, sent.words.to(pathOf(slug)));
  } catch (error) {
    return publicAgain(sent, error, { why: sent.field("why") });
  }
};

export const restoreArticle: Form = async (sent) => {
  try {
    const { slug } = await sent.ask.editing.restore({ slug: sent.field("of") });
    return leadTo(sent, sent.words.to(pathOf(slug)));
  } catch (error) {
    return publicAgain(sent, error, {});
  }
};
