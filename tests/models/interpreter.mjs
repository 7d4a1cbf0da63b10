// Runs models in the page's interpreter: requests come as lines of JSON on standard input, answers go to standard output.

import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [interpreter, models] = process.argv.slice(2);
const { loadMicroPython } = await import(`file://${interpreter}/micropython.mjs`);
const python = await loadMicroPython({ heapsize: 8 * 1024 * 1024, url: `${interpreter}/micropython.wasm` });
for (const folder of ["/lib", "/lib/plgkit", "/lib/plgkit/models"]) python.FS.mkdir(folder);
python.FS.writeFile("/lib/plgkit/__init__.py", "");
for (const name of readdirSync(models).filter((name) => name.endsWith(".py"))) {
  python.FS.writeFile(`/lib/plgkit/models/${name}`, readFileSync(`${models}/${name}`, "utf8"));
}
python.runPython(`
import json, math, sys
from plgkit.models import words

def plain(value):
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    return value

def answer(text):
    request = json.loads(text)
    terms = words.Terms(request["unit"], request["nouns"])
    if request["model"] == "words":
        of, function, arguments = (request["values"][name] for name in ("of", "function", "arguments"))
        arguments = [float(value) if value in ("inf", "-inf") else value for value in arguments]
        if of == "measure":
            return json.dumps(words.say(*arguments, terms))
        return json.dumps(getattr(terms if of == "terms" else words, function)(*arguments))
    name = "plgkit.models." + request["model"]
    __import__(name)
    return json.dumps(plain(sys.modules[name].run(terms=terms, **request["values"])))
`);
const answer = python.globals.get("answer");
for await (const line of createInterface({ input: process.stdin })) {
  let text;
  try {
    text = answer(line);
  } catch (error) {
    text = JSON.stringify({ error: String(error.message ?? error) });
  }
  process.stdout.write(`${text}\n`);
}
process.exit(0);
