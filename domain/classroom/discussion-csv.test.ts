import { expect, test } from "vitest";
import { discussionCsv } from "./discussion-csv";

test("a discussion is a table, safe for spreadsheets, with times to the minute", () => {
  const first = { group: null, thread: "t1", comment: "c1", answers: null, passage: 4, quote: "the good lock", author: "Quiet Heron", role: "student", kind: "question", words: 3, writtenAt: new Date("2026-05-26T10:11:59.999Z"), state: "shown", text: '=why "so"?\nreally' } as const;
  expect(discussionCsv([first, { ...first, group: "A", comment: "c2", answers: "c1", passage: null, quote: null, kind: null, state: "deleted", text: null }])).toBe(
    '\ufeffgroup,thread,comment,answers,passage,quote,author,role,kind,words,written_at,state,text\r\n,t1,c1,,4,the good lock,Quiet Heron,student,question,3,2026-05-26T10:11Z,shown,"\'=why ""so""?\nreally"\r\nA,t1,c2,c1,,,Quiet Heron,student,,3,2026-05-26T10:11Z,deleted,\r\n',
  );
});
