import type { Snippet } from '../syntax.ts';

/** Patterns by the word that opens the diagram they belong in. */
const snippetsByKind: Readonly<Record<string, readonly Snippet[]>> = {
  flowchart: [
    {
      label: 'Decision',
      detail: 'A question with two answers',
      template: '#{check}{#{Is it so?}}\n#{check} -->|yes| #{one}[#{Do this}]\n#{check} -->|no| #{other}[#{Do that}]',
    },
    { label: 'Group', detail: 'A subgraph with a title', template: 'subgraph #{group} [#{Title}]\n\t#{a} --> #{b}\nend' },
    {
      label: 'Service and its store',
      detail: 'A service, a database, a cache',
      template: '#{service}(#{API}) -->|reads, writes| #{store}[(#{PostgreSQL})]\n#{service} -.->|caches| #{cache}[(#{Redis})]',
    },
    {
      label: 'Queue and worker',
      detail: 'Work that is done later',
      template: '#{producer}[#{API}] -->|puts| #{queue}[[#{Jobs}]]\n#{queue} -->|takes| #{worker}[#{Worker}]',
    },
    {
      label: 'Look of several nodes',
      detail: 'A class with colours',
      template: 'classDef #{important} fill:#{#fde68a},stroke:#{#b45309}\nclass #{a,b} #{important}',
    },
  ],
  sequenceDiagram: [
    {
      label: 'Request and reply',
      detail: 'One asks, the other answers',
      template: '#{Client}->>+#{Server}: #{request}\n#{Server}-->>-#{Client}: #{reply}',
    },
    {
      label: 'Alternatives',
      detail: 'alt, else, end',
      template: 'alt #{it works}\n\t#{Server}-->>#{Client}: #{200}\nelse #{it does not}\n\t#{Server}-->>#{Client}: #{500}\nend',
    },
    { label: 'Loop', detail: 'Messages that repeat', template: 'loop #{every minute}\n\t#{Client}->>#{Server}: #{ping}\nend' },
    {
      label: 'In parallel',
      detail: 'Messages at the same time',
      template: 'par #{to one}\n\t#{Client}->>#{One}: #{request}\nand #{to the other}\n\t#{Client}->>#{Other}: #{request}\nend',
    },
    { label: 'Note', detail: 'A remark over participants', template: 'Note over #{Client}: #{Remark}' },
  ],
  erDiagram: [
    { label: 'Table', detail: 'Columns with their keys', template: '#{TABLE} {\n\tuuid id PK\n\t#{string} #{name}\n}' },
    { label: 'One to many', detail: 'A relation', template: '#{CUSTOMER} ||--o{ #{ORDER} : #{places}' },
    {
      label: 'Many to many',
      detail: 'Through a table between',
      template: '#{STUDENT} ||--o{ #{ENROLMENT} : #{has}\n#{COURSE} ||--o{ #{ENROLMENT} : #{has}',
    },
  ],
  classDiagram: [
    { label: 'Class', detail: 'Attributes and methods', template: 'class #{Name} {\n\t+#{id}: #{string}\n\t+#{run}()\n}' },
    {
      label: 'Interface',
      detail: 'With one that realises it',
      template: 'class #{Port} {\n\t<<interface>>\n\t+#{run}()\n}\n#{Port} <|.. #{Adapter}',
    },
    { label: 'Inheritance', detail: 'A general and a special class', template: '#{General} <|-- #{Special}' },
  ],
  stateDiagram: [
    {
      label: 'Composite state',
      detail: 'States within a state',
      template: 'state #{Active} {\n\t[*] --> #{Running}\n\t#{Running} --> [*]\n}',
    },
    {
      label: 'Choice',
      detail: 'One way or the other',
      template: 'state #{check} <<choice>>\n#{Waiting} --> #{check}\n#{check} --> #{One} : #{if so}\n#{check} --> #{Other} : #{if not}',
    },
    {
      label: 'Fork and join',
      detail: 'At the same time',
      template:
        'state #{fork} <<fork>>\nstate #{join} <<join>>\n#{fork} --> #{One}\n#{fork} --> #{Other}\n#{One} --> #{join}\n#{Other} --> #{join}',
    },
  ],
  requirementDiagram: [
    {
      label: 'Requirement',
      detail: 'What must be, and how it is shown',
      template: 'requirement #{name} {\n\tid: #{R1}\n\ttext: #{what must be}\n\trisk: #{medium}\n\tverifymethod: #{test}\n}',
    },
    {
      label: 'Satisfied by',
      detail: 'A part of the design',
      template: 'element #{part} {\n\ttype: #{module}\n}\n#{part} - satisfies -> #{name}',
    },
  ],
  C4Context: [
    {
      label: 'Person and system',
      detail: 'Who uses what',
      template:
        'Person(#{user}, "#{User}", "#{what they do}")\nSystem(#{system}, "#{System}", "#{what it does}")\nRel(#{user}, #{system}, "#{Uses}")',
    },
    {
      label: 'Boundary',
      detail: 'What belongs together',
      template: 'System_Boundary(#{boundary}, "#{Boundary}") {\n\tContainer(#{part}, "#{Part}", "#{technology}", "#{what it does}")\n}',
    },
  ],
  gantt: [
    { label: 'Section', detail: 'A part of the plan', template: 'section #{Build}\n#{Task} :#{t1}, #{2026-01-05}, #{5d}' },
    { label: 'Task after another', detail: 'Begins when that ends', template: '#{Next task} :after #{t1}, #{3d}' },
    { label: 'Milestone', detail: 'A date to meet', template: '#{Launch} :milestone, #{2026-02-01}, 0d' },
  ],
  gitGraph: [
    { label: 'Commit', detail: 'With an id and a tag', template: 'commit id: "#{first}" tag: "#{v1.0}"' },
    {
      label: 'Branch and merge',
      detail: 'Work beside the main branch',
      template: 'commit\nbranch #{feature}\ncommit\ncheckout #{main}\nmerge #{feature}',
    },
    {
      label: 'Cherry-pick',
      detail: 'One commit of another branch',
      template: 'commit\nbranch #{feature}\ncommit id: "#{fix}"\ncheckout #{main}\ncherry-pick id: "#{fix}"',
    },
  ],
  'block-beta': [
    {
      label: 'Block around others',
      detail: 'With its own columns',
      template: 'block:#{group}["#{Title}"]:2\n\tcolumns 1\n\t#{a}["#{A}"] #{b}["#{B}"]\nend',
    },
    { label: 'Arrow between blocks', detail: 'A block of its own', template: '#{a} #{to}<["#{calls}"]>(#{right}) #{b}' },
    { label: 'Edge', detail: 'Between two blocks', template: '#{a} -- "#{calls}" --> #{b}' },
  ],
  'architecture-beta': [
    {
      label: 'Group',
      detail: 'With a service in it',
      template: 'group #{api}(cloud)[#{API}]\nservice #{web}(server)[#{Web server}] in #{api}',
    },
    {
      label: 'Service and its store',
      detail: 'Side by side',
      template: 'service #{web}(server)[#{Web server}]\nservice #{data}(database)[#{Database}]\n#{web}:R --> L:#{data}',
    },
    {
      label: 'Junction',
      detail: 'Where an edge splits',
      template:
        'junction #{split}\nservice #{one}(server)[#{One}]\nservice #{other}(server)[#{Other}]\n#{split}:T --> B:#{one}\n#{split}:B --> T:#{other}',
    },
  ],
  timeline: [
    { label: 'Section', detail: 'A part of the time', template: 'section #{Beginnings}\n\t#{May 2024} : #{founded} : #{first customer}' },
    { label: 'Time', detail: 'And what happened in it', template: '#{June 2025} : #{released}' },
  ],
  kanban: [
    { label: 'Column', detail: 'With a card', template: '#{To do}\n\t\t#{card}[#{Write the text}]' },
    {
      label: 'Card',
      detail: 'With a ticket and a person',
      template: "\t#{card}[#{Write the text}]@{ ticket: #{T-1}, assigned: '#{name}', priority: 'High' }",
    },
  ],
};

export const snippetKinds = Object.keys(snippetsByKind);

/** The patterns for a kind of diagram, named by the word that opens it. */
export function snippetsOf(kind: string | undefined): readonly Snippet[] {
  return (kind !== undefined && snippetsByKind[kind]) || [];
}
