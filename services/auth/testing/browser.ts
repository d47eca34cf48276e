/** A browser as far as sign-ins need one: it keeps cookies by host and follows nothing by itself. */
export class Browser {
  readonly #jar = new Map<string, Map<string, string>>();

  /** The cookies of an address. */
  cookies(address: string): ReadonlyMap<string, string> {
    return this.#jar.get(new URL(address).host) ?? new Map();
  }

  /** Opens an address; a form makes it a POST, as from a page of another site unless told: without the cookies that are kept from those. */
  async open(address: string, form?: Readonly<Record<string, string>>, from: 'own-site' | 'other-site' = 'other-site'): Promise<Response> {
    const jar = this.#jar.get(new URL(address).host) ?? new Map<string, string>();
    this.#jar.set(new URL(address).host, jar);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: form && from === 'other-site' ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) jar.set(name, value ?? '');
    }
    return response;
  }

  /** Where an address leads. */
  async lead(address: string, form?: Readonly<Record<string, string>>): Promise<string> {
    const response = await this.open(address, form);
    await response.arrayBuffer();
    return new URL(response.headers.get('location') ?? `none:${response.status}`, address).href;
  }
}
