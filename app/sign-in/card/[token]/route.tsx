import { ownPage } from "../../../_asking/pages";
import { FormPage } from "../../../_ui/form-page";

export const GET = ownPage<"token">(async ({ words, ask, context }, { token }) => {
  const holder = await ask.administration.cardInHand({ token });
  return (
    <FormPage words={words} title={words.t("card.title", holder)} lead={words.t("card.lead", holder)} path={`/sign-in/card/${token}`} action="/forms/signInByCard" hidden={{ token }} fields={[]} error={null} submit={words.t("card.submit")} reader={context.reader}>
      {null}
    </FormPage>
  );
});
