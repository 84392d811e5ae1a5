import { expect, test } from "vitest";
import { announcesLinks, isFurniture, reservesRights } from "./furniture";

test.each([
  "  Print Mail Large Medium  Small 分享按钮 0",
  "Share | Tweet | Email",
  "Facebook Twitter",
  "分享到 微信 微博",
  "Advertisement",
  "广告",
  "Read more",
  "Read more: Harbours of the north",
  "12 comments",
  "Comments (3)",
  "3条评论",
  "Home > Opinion > Letters",
  "首页 > 评论",
  "当前位置：首页 > 评论",
  "Skip to main content",
  "Back to top",
  "Accept all cookies",
  "We use cookies.",
  "责任编辑：王小明",
  "（责任编辑：王小明）",
])("%j is furniture", (line) => expect(isFurniture(line)).toBe(true));

test.each([
  "Small Print",
  "Comments on the draft",
  "Print media and the law",
  "Read more books",
  "We use cookies to remember which harbour you chose, and we never sell what they say.",
  "Sharing is what harbours are for, and nobody is asked to read more than they wish to.",
  "Sign up sheets were printed.",
  "Shares and tweets fell by 3 > 2 percent in May.",
  "Article 5 / Article 6",
  "网络主权",
  "评论的自由，是每个人的自由，谁也不能拿走。",
  "",
  "2026",
  "12 15 18",
])("%j is not", (line) => expect(isFurniture(line)).toBe(false));

test("lists of other pages and owners' rights have lines of their own", () => {
  expect(["Related articles", "相关阅读：", "More from Opinion", "You may also like"].every(announcesLinks)).toBe(true);
  expect(["Related law", "More is better."].some(announcesLinks)).toBe(false);
  expect(["Copyright © 2026 Harbour Post. All rights reserved.", "© 2026", "版权所有 海港报"].every(reservesRights)).toBe(true);
  expect(["Copyright law is old.", "Rights"].some(reservesRights)).toBe(false);
});
