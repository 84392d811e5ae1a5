/** The front answers these itself; this is for development, and for whoever runs the app without the front. */
import { answerProcedure } from "../../../../server/procedures";

export { answerProcedure as GET, answerProcedure as POST };
