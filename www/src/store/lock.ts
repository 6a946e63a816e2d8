// One tab writes an assessment, the others read it.

/** The right to write one assessment. */
export interface Hold {
  /** Called when another tab took it. */
  onLost: () => void;
  release(): void;
}

/** Takes the right to write, or says that another tab has it (`null`). `steal` takes it from the other. */
export async function hold(id: string, { steal = false } = {}): Promise<Hold | null> {
  // Without locks a stale write is still refused: see `Store.append`.
  if (!("locks" in navigator)) return { onLost: () => {}, release: () => {} };
  return new Promise((given) => {
    let letGo = () => {};
    const mine: Hold = { onLost: () => {}, release: () => letGo() };
    const options = steal ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(`rubricate:work:${id}`, options, (lock) => {
        if (!lock) return given(null);
        given(mine);
        return new Promise<void>((done) => {
          letGo = done;
        });
      })
      // The promise of a lock that was stolen rejects. So does one where the browser
      // gives this page no locks, which is as if it had none.
      .catch(() => {
        mine.onLost();
        given(mine);
      });
  });
}
