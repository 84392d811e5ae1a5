/** A teacher's forms about the people of a class as a whole, and what it is called. */
import { peopleGroups } from "../../server/classes/people";
import { ownDocument } from "../_asking/answers";
import { CardsMadePage } from "../_ui/classes/cards-made-page";
import { CardsPage } from "../_ui/classes/cards-page";
import { ClassFactsPage } from "../_ui/classes/facts-page";
import { PeoplePage } from "../_ui/classes/people-page";
import { wordsOf } from "../_ui/words";
import { readerOf, toClass } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form } from "./form";

/** Shown in the answer itself, which is never stored: there is no address at which they could be seen again. */
export const makeCards: Form = async (sent) => {
  const { ask, field, words } = sent;
  const [of, section, after, chosen] = [field("class"), field("section") || null, field("after") || null, sent.all("places")];
  try {
    const made = await ask.classes.makeCards({ class: of, section, chosen: field("all") === "" ? chosen : null });
    return await ownDocument(<CardsMadePage words={words} says={wordsOf(made.class.language)} reader={readerOf(sent)} made={made} />);
  } catch (error) {
    throwIfNowhere(error);
    const [view, reader] = [await ask.classes.cards({ class: of, section, after }), readerOf(sent)];
    return comeBack(sent, error, (why) => <CardsPage words={words} reader={reader} view={view} section={section} after={after} chosen={chosen} error={why} />);
  }
};

/** On the list of people, which tells what was wrong. */
export const moveToSection: Form = async (sent) => {
  const { ask, field, words } = sent;
  const [of, places, section] = [field("class"), sent.all("places"), field("section")];
  try {
    await ask.classes.moveToSection({ class: of, places, section });
    return toClass(sent, of, "people", "changed");
  } catch (error) {
    throwIfNowhere(error);
    const wish = { group: peopleGroups.find((group) => group === field("group")) ?? "students", section: field("within") || null };
    const after = field("after") || null;
    const [view, { role }, reader] = [await ask.classes.people({ class: of, ...wish, after }), await ask.classes.taught({ class: of }), readerOf(sent)];
    return comeBack(sent, error, (why) => <PeoplePage words={words} reader={reader} view={view} role={role} wish={wish} after={after} written={{ places, section }} done={null} error={why} />);
  }
};

export const changeFacts: Form = async (sent) => {
  const { ask, field, words } = sent;
  const [of, written] = [field("class"), { name: field("name"), term: field("term"), language: field("language") === "zh" ? ("zh" as const) : ("en" as const), timeZone: field("timeZone") }];
  try {
    await ask.classes.changeFacts({ class: of, seen: field("seen"), ...written });
    return toClass(sent, of, "settings", "changed");
  } catch (error) {
    throwIfNowhere(error);
    const [view, reader] = [await ask.classes.facts({ class: of }), readerOf(sent)];
    return comeBack(sent, error, (why) => <ClassFactsPage words={words} reader={reader} view={view} written={written} done={null} error={why} />);
  }
};
