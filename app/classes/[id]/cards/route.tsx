import { classPageOf } from "../../../_asking/classes";
import { queryOf } from "../../../_asking/request";
import { CardsPage } from "../../../_ui/classes/cards-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, request }, { id }) => {
  const [section, after] = [queryOf(request, "section"), queryOf(request, "after")];
  return <CardsPage words={words} reader={reader} view={await ask.classes.cards({ class: id, section, after })} section={section} after={after} chosen={[]} error={null} />;
});
