import { RubricElement } from "./base.js";

/** An element that is a form control, with what every form control has. */
export abstract class RubricControl extends RubricElement {
  static formAssociated = true;

  /** What it says to its form, and the states that style sheets ask for. */
  protected readonly internals: ElementInternals;
  /** A `<fieldset>` around it is disabled. */
  protected outside = false;

  constructor() {
    super();
    this.internals = this.attachInternals();
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  /** The name of the element, as the type of a control. */
  get type(): string {
    return this.localName;
  }
  /** What is wrong with its value. */
  get validity(): ValidityState {
    return this.internals.validity;
  }
  /** The same as a sentence. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  /** Whether its form asks. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  /** Whether its value will do. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  /** The same, and the browser shows why not. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.outside = disabled;
    this.requestUpdate();
  }
}
