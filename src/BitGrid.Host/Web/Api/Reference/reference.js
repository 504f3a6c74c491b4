"use strict";

// Renders the OpenAPI document. Everything is set as text, never as markup.

const make = (name, text, ...children) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
};

const resolve = (api, schema) => schema && schema.$ref ? api.components.schemas[schema.$ref.split("/").pop()] : schema;

const typeOf = schema => [].concat(schema.type ?? "object").filter(type => type !== "null")[0];

// An example of a schema: keys with what belongs there.
const example = (api, given, depth = 0) => {
  const schema = resolve(api, given) ?? {};
  if (depth > 6) return "…";
  const choice = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choice) return example(api, choice.find(one => one.type !== "null") ?? choice[0], depth);
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.items) return [example(api, schema.items, depth + 1)];
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, example(api, value, depth + 1)]));
  }
  if (schema.additionalProperties) return { "…": example(api, schema.additionalProperties, depth + 1) };
  return schema.format ?? typeOf(schema);
};

const parameters = operation => {
  const rows = (operation.parameters ?? []).map(parameter => {
    const { minimum, maximum, enum: words } = parameter.schema ?? {};
    const allowed = words ? words.join(", ") : maximum !== undefined ? `${minimum} to ${maximum}` : "";
    return make("tr", "", make("td", "", make("code", parameter.name)), make("td", parameter.in), make("td", parameter.description ?? ""), make("td", allowed));
  });
  if (rows.length === 0) return [];
  const head = make("tr", "", ...["parameter", "in", "meaning", "allowed"].map(title => make("th", title)));
  return [make("table", "", make("thead", "", head), make("tbody", "", ...rows))];
};

const bodies = (api, title, content) => Object.entries(content ?? {}).flatMap(([media, body]) => [
  make("p", `${title} (${media})`),
  ...(body.schema ? [make("pre", JSON.stringify(example(api, body.schema), null, 2))] : []),
]);

const route = (api, path, method, operation) => {
  const method_ = make("span", method.toUpperCase());
  method_.className = "method";
  return make("details", "",
    make("summary", "", method_, make("code", path), make("div", operation.summary ?? "")),
    ...parameters(operation),
    ...bodies(api, "Body", operation.requestBody?.content),
    ...Object.entries(operation.responses ?? {}).flatMap(([status, answer]) =>
      status.startsWith("2") ? [make("p", `${status} ${answer.description ?? ""}`), ...bodies(api, "Answer", answer.content)] : [make("p", `${status} ${answer.description ?? ""}`)]));
};

const show = async () => {
  const about = document.getElementById("about");
  try {
    const answer = await fetch("/api/v1/openapi.json");
    if (!answer.ok) throw new Error(`${answer.status}`);
    const api = await answer.json();
    about.textContent = `${api.info.title} ${api.info.version}. ${api.info.description}`;
    const routes = Object.entries(api.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => route(api, path, method, operation)));
    document.getElementById("routes").append(...routes);
  } catch (failure) {
    about.textContent = `The description cannot be read: ${failure.message}`;
  }
};

show();
