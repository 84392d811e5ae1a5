import { type Role, roles } from "../../../domain/permissions";
import type { Words } from "../words";

/** Which role; each with what it may do. */
export function RoleChoice({ words, chosen }: { words: Words; chosen: Role }) {
  return (
    <fieldset className="kinds">
      <legend>{words.t("administration.role")}</legend>
      <div className="choices">
        {roles.map((role) => (
          <label key={role}>
            <input type="radio" name="role" value={role} defaultChecked={role === chosen} />
            <span>{words.t(`roles.${role}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
