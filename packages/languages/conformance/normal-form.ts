/** What a source means, stripped of the parser that read it: two parsers agree when their normal forms are deeply equal. */
export type NormalForm =
  | FlowchartForm
  | SequenceForm
  | ErForm
  | ClassForm
  | StateForm
  | GanttForm
  | GitForm
  | MindmapForm
  | TimelineForm
  | KanbanForm
  | RequirementForm
  | C4Form
  | ArchitectureForm
  | BlockForm;

export interface FlowchartForm {
  readonly kind: 'flowchart';
  readonly direction: string;
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly shape: string }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    /** Line style with the marks at both ends, such as `dotted none arrow_point`. */
    readonly kind: string;
  }[];
  readonly groups: readonly { readonly id: string; readonly title: string; readonly members: readonly string[] }[];
}

export type SequenceEvent =
  | {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      readonly text: string;
      /** As written: `-->>`. */
      readonly arrow: string;
      readonly central: 'none' | 'to' | 'from' | 'both';
    }
  | { readonly kind: 'note'; readonly placement: 'left' | 'right' | 'over'; readonly over: readonly string[]; readonly text: string }
  | { readonly kind: 'start' | 'section'; readonly block: string; readonly text: string }
  | { readonly kind: 'end'; readonly block: string }
  | { readonly kind: 'activate' | 'deactivate'; readonly participant: string }
  | { readonly kind: 'autonumber'; readonly start?: number; readonly step?: number; readonly visible: boolean };

export interface SequenceForm {
  readonly kind: 'sequence';
  readonly participants: readonly { readonly id: string; readonly label: string; readonly type: string }[];
  readonly boxes: readonly { readonly title: string; readonly fill: string; readonly members: readonly string[] }[];
  readonly created: readonly string[];
  readonly destroyed: readonly string[];
  readonly events: readonly SequenceEvent[];
}

export interface ErForm {
  readonly kind: 'er';
  readonly direction: string;
  readonly entities: readonly {
    readonly name: string;
    readonly alias: string;
    readonly classes: readonly string[];
    readonly styles: readonly string[];
    readonly attributes: readonly {
      readonly type: string;
      readonly name: string;
      readonly keys: readonly string[];
      readonly comment: string;
    }[];
  }[];
  readonly relations: readonly {
    readonly from: string;
    readonly to: string;
    readonly role: string;
    readonly fromCardinality: string;
    readonly toCardinality: string;
    readonly identifying: boolean;
  }[];
  readonly groups: readonly { readonly id: string; readonly title: string; readonly members: readonly string[] }[];
}

export interface ClassForm {
  readonly kind: 'class';
  readonly direction: string;
  readonly classes: readonly {
    readonly name: string;
    readonly generic: string;
    readonly label: string;
    readonly annotations: readonly string[];
    readonly attributes: readonly ClassMemberForm[];
    readonly methods: readonly ClassMemberForm[];
    readonly classes: readonly string[];
    readonly namespace?: string;
  }[];
  readonly relations: readonly {
    /** A class's name, or that of the interface at a lollipop after `() `. */
    readonly from: string;
    readonly to: string;
    readonly fromHead: string;
    readonly toHead: string;
    readonly dashed: boolean;
    readonly fromText: string;
    readonly toText: string;
    readonly label: string;
  }[];
  readonly notes: readonly { readonly text: string; readonly about?: string; readonly namespace?: string }[];
  readonly namespaces: readonly { readonly id: string; readonly label: string; readonly parent?: string; readonly explicit: boolean }[];
  readonly classDefs: readonly { readonly name: string; readonly styles: readonly string[] }[];
}

interface ClassMemberForm {
  readonly visibility: string;
  /** As shown. */
  readonly text: string;
  readonly classifier: string;
}

export interface StateForm {
  readonly kind: 'state';
  readonly direction: string;
  readonly states: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label: string;
    readonly details: readonly string[];
    readonly parent?: string;
    /** Of composite states only. */
    readonly direction?: string;
    readonly classes: readonly string[];
    readonly styles: readonly string[];
  }[];
  readonly regions: readonly { readonly parent: string; readonly direction: string }[];
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly notes: readonly { readonly about: string; readonly side: 'left' | 'right'; readonly text: string }[];
  readonly classDefs: readonly { readonly name: string; readonly styles: readonly string[] }[];
}

export interface GanttForm {
  readonly kind: 'gantt';
  readonly title: string;
  readonly dateFormat: string;
  readonly axisFormat: string;
  readonly tickInterval: string;
  readonly todayMarker: string;
  readonly weekday: string;
  readonly excludes: readonly string[];
  readonly includes: readonly string[];
  readonly inclusiveEndDates: boolean;
  readonly sections: readonly string[];
  readonly tasks: readonly {
    readonly id: string;
    readonly label: string;
    readonly section: string;
    /** By the clock on the wall, as ISO 8601; empty when there is none. */
    readonly from: string;
    readonly to: string;
    /** Where the bar ends, when excluded days follow. */
    readonly shownTo: string;
    readonly tags: readonly string[];
  }[];
  /** By the task's id. */
  readonly links: readonly (readonly [string, string])[];
}

export interface GitForm {
  readonly kind: 'git';
  readonly title: string;
  readonly direction: string;
  /** In the order of their lanes. */
  readonly branches: readonly string[];
  /** In time. */
  readonly commits: readonly {
    /** `#3` for the fourth one when the text names none. */
    readonly id: string;
    readonly type: string;
    /** Of merges only. */
    readonly customType: string;
    readonly branch: string;
    readonly tags: readonly string[];
    readonly parents: readonly string[];
  }[];
}

export interface MindmapForm {
  readonly kind: 'mindmap';
  /** Every node before those that belong to it. */
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly shape: string;
    readonly icon: string;
    readonly classes: string;
    /** Index of the node that it belongs to, -1 for the root. */
    readonly parent: number;
  }[];
}

export interface TimelineForm {
  readonly kind: 'timeline';
  readonly title: string;
  readonly direction: string;
  readonly sections: readonly string[];
  readonly periods: readonly { readonly label: string; readonly section: string; readonly events: readonly string[] }[];
}

export interface KanbanForm {
  readonly kind: 'kanban';
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly cards: readonly {
      readonly id: string;
      readonly label: string;
      readonly ticket: string;
      readonly assigned: string;
      readonly priority: string;
      readonly icon: string;
    }[];
  }[];
}

export interface RequirementForm {
  readonly kind: 'requirement';
  readonly direction: string;
  readonly requirements: readonly {
    readonly name: string;
    readonly type: string;
    readonly id: string;
    readonly text: string;
    readonly risk: string;
    readonly verifyMethod: string;
    readonly classes: readonly string[];
    readonly styles: readonly string[];
  }[];
  readonly elements: readonly {
    readonly name: string;
    readonly type: string;
    readonly docRef: string;
    readonly classes: readonly string[];
    readonly styles: readonly string[];
  }[];
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[];
  readonly classDefs: readonly { readonly name: string; readonly styles: readonly string[] }[];
}

interface C4Colours {
  readonly bgColor: string;
  readonly fontColor: string;
  readonly borderColor: string;
}

export interface C4Form {
  readonly kind: 'c4';
  readonly type: string;
  readonly title: string;
  readonly elements: readonly (C4Colours & {
    readonly alias: string;
    readonly type: string;
    readonly label: string;
    readonly techn: string;
    readonly descr: string;
    readonly parent: string;
  })[];
  readonly boundaries: readonly (C4Colours & {
    readonly alias: string;
    readonly label: string;
    readonly type: string;
    readonly descr: string;
    readonly parent: string;
  })[];
  readonly relations: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly techn: string;
    readonly descr: string;
    readonly textColor: string;
    readonly lineColor: string;
  }[];
}

export interface ArchitectureForm {
  readonly kind: 'architecture';
  readonly title: string;
  readonly services: readonly {
    readonly id: string;
    readonly icon: string;
    readonly iconText: string;
    readonly title: string;
    readonly parent: string;
  }[];
  readonly junctions: readonly { readonly id: string; readonly parent: string }[];
  readonly groups: readonly { readonly id: string; readonly icon: string; readonly title: string; readonly parent: string }[];
  readonly edges: readonly { readonly from: ArchitectureEnd; readonly to: ArchitectureEnd; readonly title: string }[];
  readonly alignments: readonly { readonly direction: string; readonly members: readonly string[] }[];
}

interface ArchitectureEnd {
  readonly id: string;
  readonly side: string;
  readonly into: boolean;
  readonly group: boolean;
}

export interface BlockNodeForm {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly width: number;
  /** -1 for as many as there are. */
  readonly columns: number;
  readonly directions: readonly string[];
  readonly classes: readonly string[];
  readonly styles: readonly string[];
  readonly children: readonly BlockNodeForm[];
}

export interface BlockForm {
  readonly kind: 'block';
  readonly columns: number;
  readonly children: readonly BlockNodeForm[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string; readonly arrow: string }[];
  readonly classDefs: readonly { readonly name: string; readonly styles: readonly string[] }[];
}

/** One parser's word on one source. `form` is absent for kinds of which only acceptance is compared. */
export type Answer = { readonly accepted: true; readonly form?: NormalForm } | { readonly accepted: false; readonly message: string };
