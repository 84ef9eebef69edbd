// What must not wait for the page's wasm: the theme, the start of the worker, and `window.meanwhile`. The application
// takes all three over when it is there. Inlined in the page's head, behind the tag that names the worker.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("meanwhile-theme");
  } catch {
    // Storage is blocked: the system's theme it is.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = theme ?? (dark ? "dark" : "light");

  // The worker's wasm is on its way while the page's own still is. What it says meanwhile is kept for the application.
  const early = { worker: null, error: null, events: [] };
  early.controlled = Boolean(navigator.serviceWorker?.controller);
  window.meanwhileWorker = early;
  const script = document.querySelector('meta[name="meanwhile-worker-compiled"]')?.content;
  try {
    if (script) {
      early.worker = new Worker(new URL(script, document.baseURI));
      const keep = (event) => early.events.push(event);
      early.worker.onmessage = early.worker.onerror = early.worker.onmessageerror = keep;
    }
  } catch (error) {
    early.error = error;
  }

  // What the application takes from JavaScript: the editor, and programs in addresses (see crates/app/src/link.rs).
  const through = async (bytes, stream) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    for (let size = 0, part; !(part = await reader.read()).done; parts.push(part.value)) {
      size += part.value.length;
      // A short address may unpack to more than there is memory for.
      if (size > 1_000_000) throw new Error("longer than a program may be");
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  window.meanwhileTools = {
    load: (address) => import(new URL(address, document.baseURI)),
    async pack(text) {
      let bytes = new TextEncoder().encode(text);
      const packs = typeof CompressionStream === "function";
      if (packs) bytes = await through(bytes, new CompressionStream("deflate-raw"));
      const letters = btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join(""));
      return `${packs ? 1 : 0}.${letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    },
    async unpack(packed) {
      const letters = packed.slice(2).replaceAll("-", "+").replaceAll("_", "/");
      let bytes = Uint8Array.from(atob(letters), (it) => it.charCodeAt(0));
      if (packed.startsWith("1.")) bytes = await through(bytes, new DecompressionStream("deflate-raw"));
      else if (!packed.startsWith("0.")) throw new Error("of an unknown kind");
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    },
  };

  // The contract (see crates/app/src/contract.rs): every call waits for the application.
  let page = null;
  const connected = new Promise((resolve, reject) => {
    addEventListener("meanwhile-page", (event) => resolve((page = event.detail)), { once: true });
    const fail = (reason) => {
      if (page) return;
      const text = document.getElementById("boot");
      if (text) {
        text.textContent =
          `Meanwhile did not start (${reason}). It needs WebAssembly: reload the page; if that does not help, ` +
          "your browser or an extension blocks it.";
        text.setAttribute("role", "alert");
      }
      reject(new Error(`Meanwhile did not start: ${reason}`));
    };
    addEventListener("error", (event) => fail(event.message));
    addEventListener("unhandledrejection", (event) => fail(event.reason));
  });
  connected.catch(() => {}); // Whoever asks gets the error; nobody asking is no error.
  window.meanwhile = {
    ready: connected.then((it) => it.ready()),
    get code() {
      return page ? page.code() : "";
    },
    set code(text) {
      if (page) page.setCode(String(text));
      else connected.then((it) => it.setCode(String(text)));
    },
    run: (options) => connected.then((it) => it.run(options)),
    stop: () => connected.then((it) => it.stop()),
  };
  window.meanwhile.ready.catch(() => {});
})();
