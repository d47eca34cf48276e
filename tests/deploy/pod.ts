import { z } from 'zod';

/** The parts of pods that we use, and no others: the published schemas let misspelt names pass. */
const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string(), port: z.string() }).optional(),
  exec: z.strictObject({ command: z.array(z.string()) }).optional(),
  initialDelaySeconds: z.number().optional(),
  periodSeconds: z.number(),
  timeoutSeconds: z.number().optional(),
  failureThreshold: z.number().optional(),
});

const amounts = z.strictObject({ cpu: z.string(), memory: z.string() });

const Container = z.strictObject({
  name: z.string(),
  image: z.string(),
  imagePullPolicy: z.string().optional(),
  args: z.array(z.string()),
  env: z.array(z.looseObject({ name: z.string() })).optional(),
  envFrom: z
    .array(
      z.union([
        z.strictObject({ configMapRef: z.object({ name: z.string() }) }),
        z.strictObject({ secretRef: z.object({ name: z.string() }) }),
      ]),
    )
    .optional(),
  ports: z.array(z.strictObject({ name: z.string(), containerPort: z.number() })),
  startupProbe: probe.optional(),
  livenessProbe: probe,
  readinessProbe: probe,
  resources: z.strictObject({ requests: amounts, limits: amounts }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string() })),
});

const PodSpec = z.strictObject({
  serviceAccountName: z.string().optional(),
  automountServiceAccountToken: z.literal(false),
  enableServiceLinks: z.literal(false),
  terminationGracePeriodSeconds: z.number().min(60),
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    runAsUser: z.number().min(1),
    runAsGroup: z.number().min(1),
    fsGroup: z.number(),
    seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
  }),
  topologySpreadConstraints: z.array(z.looseObject({})).optional(),
  containers: z.tuple([Container]),
  volumes: z.array(z.looseObject({ name: z.string() })).optional(),
});

/** A Deployment or StatefulSet whose one container is hardened as all of ours must be. */
export const Workload = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    strategy: z.unknown().optional(),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({ metadata: z.object({ labels: z.record(z.string(), z.string()) }), spec: PodSpec }),
  }),
});
