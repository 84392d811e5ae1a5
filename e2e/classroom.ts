/** A class for errands that are not about making one: its teacher sends the forms without the pages. */
import { newcomer, type Person } from "./fixtures";

async function sent(person: Person, form: string, fields: Record<string, string>): Promise<string> {
  const answer = await person.page.request.post(`${person.site}${person.words.to(`/forms/${form}`)}`, { form: fields, headers: { origin: person.site }, maxRedirects: 0 });
  const to = answer.headers().location;
  if (answer.status() !== 303 || to === undefined) throw new Error(`${form}: ${answer.status()} ${await answer.text()}`);
  return new URL(to, person.site).pathname.replace(/^\/zh/, "");
}

/** Signs a teacher up, makes the class and a code for students. `address`: "/classes/ID". */
export async function makeClass(teacher: Person): Promise<{ address: string; id: string; code: string }> {
  await teacher.signUp();
  const address = await sent(teacher, "classes.make", { name: `10B ${newcomer().name}`, teacher: "Ms Okafor", language: "en", timeZone: "UTC", endsWith: "pseudonyms", retainUntil: `${new Date().getFullYear() + 1}-05-08` });
  const id = address.split("/").at(-1) ?? "";
  const made = await teacher.page.request.post(`${teacher.site}/api/trpc/classes.makeCode`, { data: { class: id, role: "student", section: "" }, headers: { origin: teacher.site } });
  return { address, id, code: /"code":"([^"]+)"/.exec(await made.text())?.[1] ?? "" };
}

/** Signs a student up and brings them in under a name of the class list. */
export async function joinClass(student: Person, code: string, name: string): Promise<void> {
  await student.signUp();
  await sent(student, "classes.join", { code, name, place: "" });
}
