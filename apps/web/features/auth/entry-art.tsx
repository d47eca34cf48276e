/** What the product is, in one picture: a text and the diagram that it is. */
export function EntryArt() {
  return (
    <aside aria-hidden="true" className="relative hidden overflow-hidden border-line border-l bg-ground lg:block">
      <svg aria-hidden="true" className="absolute inset-0 size-full text-line-strong opacity-30">
        <defs>
          <pattern id="entry-dots" width="24" height="24" patternUnits="userSpaceOnUse">
            <circle cx="1" cy="1" r="1" fill="currentColor" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#entry-dots)" />
      </svg>
      <div className="absolute inset-0 grid place-items-center p-12">
        <div className="grid w-full max-w-2xl gap-8">
          <pre className="w-fit rounded-xl border border-line bg-raised px-5 py-4 font-mono text-ink-soft text-sm leading-6 shadow-raised">
            <span className="text-accent">flowchart</span> LR{'\n'}
            {'  '}web[Web app] <span className="text-accent">--&gt;</span> api(API){'\n'}
            {'  '}api <span className="text-accent">--&gt;</span>|writes| db[(Postgres)]{'\n'}
            {'  '}api <span className="text-accent">-.-&gt;</span> cache[(Redis)]
          </pre>
          <svg aria-hidden="true" viewBox="0 0 640 260" className="w-full text-ink" fill="none" strokeWidth="1.5">
            <g stroke="currentColor" className="text-ink-soft">
              <path d="M150 130h110m-7-5 8 5-8 5" />
              <path d="M380 110c60 0 50-60 100-60m-7-5 8 5-8 5" />
              <path d="M380 150c60 0 50 60 100 60m-7-5 8 5-8 5" strokeDasharray="5 5" />
            </g>
            <g className="fill-raised stroke-accent">
              <rect x="20" y="98" width="130" height="64" rx="8" />
              <rect x="262" y="98" width="118" height="64" rx="32" />
              <path d="M608 30v48c0 18-126 18-126 0V30c0-18 126-18 126 0c0 18-126 18-126 0" />
              <path d="M608 190v48c0 18-126 18-126 0v-48c0-18 126-18 126 0c0 18-126 18-126 0" />
            </g>
            <g fill="currentColor" stroke="none" fontSize="15" textAnchor="middle" fontWeight="500">
              <text x="85" y="135">
                Web app
              </text>
              <text x="321" y="135">
                API
              </text>
              <text x="545" y="70">
                Postgres
              </text>
              <text x="545" y="230">
                Redis
              </text>
            </g>
            <text x="412" y="64" fontSize="12" textAnchor="middle" className="fill-ink-faint" stroke="none">
              writes
            </text>
          </svg>
          <p className="max-w-md text-ink-soft text-lg">Text and canvas are one diagram. Edit either; the other follows.</p>
        </div>
      </div>
    </aside>
  );
}
