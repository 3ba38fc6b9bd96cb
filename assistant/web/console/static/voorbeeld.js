// Shows the text that is being written as the chat would show it.  Without this script the button does the same.
const vak = document.querySelector("[data-voorbeeld]");
const formulier = vak && document.getElementById("bewerk");
let wacht;

async function ververs() {
  const antwoord = await fetch(vak.dataset.voorbeeld, {
    method: "POST",
    headers: { "x-deel": "voorbeeld" },
    body: new URLSearchParams(new FormData(formulier)),
  });
  if (!antwoord.ok) return;
  const pagina = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  vak.replaceChildren(...pagina.body.childNodes);
}

formulier?.addEventListener("input", () => {
  clearTimeout(wacht);
  wacht = setTimeout(() => ververs().catch(() => {}), 400);
});
