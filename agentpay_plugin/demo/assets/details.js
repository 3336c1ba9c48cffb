// The form for contact and address, by the rules of the chosen country.

import { make } from "./dom.js";

const AUTOFILL = {
  email: "email", firstName: "given-name", lastName: "family-name", companyName: "organization",
  streetAddress1: "address-line1", streetAddress2: "address-line2", city: "address-level2", cityArea: "address-level3",
  postalCode: "postal-code", countryArea: "address-level1", phone: "tel",
};
const ORDER = ["firstName", "lastName", "companyName", "streetAddress1", "streetAddress2", "postalCode", "city", "cityArea", "countryArea", "phone"];
const HALVES = ["firstName", "lastName", "postalCode", "city"];

export function detailsForm(part, chat) {
  const { texts } = chat;
  // What was typed already is still there when the country's own form comes.
  const { draft } = chat;
  const wrong = new Map(part.errors.map(({ field, message }) => [field, message]));

  const names = ORDER.filter((name) => part.allowedFields.includes(name));
  const fields = names.map((name) => field(name, part, draft, wrong.get(name), texts));
  const country = field("country", part, { ...draft, country: part.country }, wrong.get("country"), texts);
  country.querySelector("select").addEventListener("change", (event) => {
    keep(form, draft);
    chat.act({ chooseCountry: { country: event.target.value } });
  });
  const others = part.errors.filter(({ field: name }) => ![...names, "email", "country"].includes(name));
  const form = make("form", { class: "card details", novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    keep(form, draft);
    if (complain(form, texts)) return;
    chat.act({ giveDetails: given(form, part, names) });
  } },
  make("fieldset", {}, make("legend", {}, part.needsShipping ? texts.details : texts.billing),
    others.map(({ message }) => make("p", { class: "problem" }, message)),
    part.needsEmail ? field("email", part, draft, wrong.get("email"), texts) : null,
    country, make("div", { class: "fields" }, fields),
    make("button", { type: "submit", class: "primary wide" }, texts.continue)));
  form.addEventListener("input", ({ target }) => settle(target));
  return form;
}

function field(name, part, draft, problem, texts) {
  const isNeeded = name === "email" || name === "country" || part.requiredFields.includes(name);
  const choices = name === "country" ? part.countries : name === "countryArea" ? part.countryAreas : [];
  const id = `field-${crypto.randomUUID()}`;
  const fixed = { id, name, required: isNeeded, "aria-invalid": problem ? "true" : null, "aria-describedby": problem ? `${id}-problem` : null };
  const control = choices.length
    ? select(choices, draft[name], name === "country" ? null : texts.pleaseChoose, fixed)
    : make("input", { ...fixed, value: draft[name] ?? "", maxlength: 250, autocomplete: AUTOFILL[name],
      type: { email: "email", phone: "tel" }[name] ?? "text", placeholder: name === "postalCode" ? part.postalCodeExamples[0] : null });
  return make("div", { class: HALVES.includes(name) ? "field half" : "field" },
    make("label", { for: id }, label(name, part, texts), isNeeded ? null : make("small", {}, ` (${texts.optional})`)),
    control, make("p", { class: "problem", id: `${id}-problem` }, problem ?? ""));
}

function select(choices, chosen, empty, properties) {
  const options = choices.map(({ value, label: words }) => make("option", { value, selected: value === chosen }, words));
  return make("select", properties, empty ? make("option", { value: "" }, empty) : null, options);
}

// The page's own words, in its language; the country's own where it has a name of its own for it.
function label(name, part, texts) {
  if (name === "countryArea" && part.countryAreaLabel) return part.countryAreaLabel;
  if (name === "postalCode" && part.postalCodeLabel) return part.postalCodeLabel;
  return texts[name];
}

function keep(form, draft) {
  for (const [name, value] of new FormData(form)) draft[name] = value;
}

// What was wrong is no longer said once it is mended.
function settle(element) {
  if (element.getAttribute("aria-invalid") !== "true" || !element.checkValidity()) return;
  element.setAttribute("aria-invalid", "false");
  document.getElementById(`${element.id}-problem`).textContent = "";
}

function complain(form, texts) {
  const wrong = [...form.elements].filter((element) => element.name && !element.checkValidity());
  for (const element of form.elements) {
    if (!element.name) continue;
    const isWrong = wrong.includes(element);
    element.setAttribute("aria-invalid", String(isWrong));
    const words = document.getElementById(`${element.id}-problem`);
    words.textContent = isWrong ? (element.value ? texts.wrongEmail : texts.needed) : "";
    if (isWrong) element.setAttribute("aria-describedby", words.id);
  }
  wrong[0]?.focus();
  return wrong.length > 0;
}

function given(form, part, names) {
  const values = Object.fromEntries(new FormData(form));
  const address = { country: values.country };
  for (const name of names) address[name] = (values[name] ?? "").trim();
  for (const name of ["firstName", "lastName", "streetAddress1"]) address[name] ??= "";
  const details = part.needsShipping ? { shippingAddress: address } : { billingAddress: address };
  return part.needsEmail ? { email: values.email.trim(), ...details } : details;
}
