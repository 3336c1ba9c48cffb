// What the browser keeps from one page to the next.

export function visitor() {
  const known = stored("agentpay:visitor");
  if (known) return known;
  const made = crypto.randomUUID();
  store("agentpay:visitor", made);
  return made;
}

export function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function store(key, value) {
  try {
    value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing has a chat for as long as the page is open.
  }
}
