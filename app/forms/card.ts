/** Signing in by a card. */
import { goOn } from "./accounts";
import type { Form } from "./form";

export const signInByCard: Form = async (sent) => {
  const { next } = await sent.ask.administration.signInByCard({ token: sent.field("token") });
  return goOn(sent, sent.words.to(next ?? "/me/account"));
};
