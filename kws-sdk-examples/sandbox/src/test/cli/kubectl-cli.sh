#!/bin/bash
# Lets the genuine kubectl judge the sandbox's Kubernetes. KUBECTL names another one than that of the path.
# Usage: kubectl-cli.sh [CLASSPATH]   (compiled sandbox; without it, target/classes and Maven's class path)
set -u
client=${KUBECTL:-kubectl}
. "$(dirname "$0")/judge.sh"

# says PATTERN COMMAND...: the command succeeds and prints this somewhere, within some looks
says() {
    local pattern=$1
    shift
    for _ in $(seq 30); do
        os "$@" >"$work/stdout" && grep -qE "$pattern" "$work/stdout" && break
        sleep 0.1
    done
    if grep -qE "$pattern" "$work/stdout"; then
        echo "ok       $client $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   %s %s\n  expected: %s\n  actual:   %s\n' "$client" "$*" "$pattern" "$(cat "$work/stdout" "$work/stderr")"
    fi
}

# finally EXPECTED COMMAND...: the command prints this within some looks
finally() {
    local expected=$1
    shift
    for _ in $(seq 50); do [ "$(os "$@")" == "$expected" ] && break; sleep 0.1; done
    is "$expected" "$@"
}

# answers EXPECTED HOST: the URL of an app
answers() {
    local port
    port=$(grep -o 'ingress-port: [0-9]*' "$work/kws.yaml" | cut -d' ' -f2)
    if [ "$(curl -s -H "Host: $2" "http://127.0.0.1:$port/")" == "$1" ]; then
        echo "ok       http://$2/ says $1"
    else
        failed=$((failed + 1))
        echo "NOT OK   http://$2/ says $(curl -s -H "Host: $2" "http://127.0.0.1:$port/")"
    fi
}

# what is there from the beginning
says 'v1\.20\.2' version
says 'default +Active' get namespaces
says 'kws1-node +Ready' get nodes
says '^deployments +deploy +apps/v1 +true +Deployment' api-resources
says 'nginx' get ingressclasses

# create, get, describe, and watch meanwhile
"$client" get pods -w --no-headers >"$work/watched" 2>/dev/null &
watching=$!
trap 'kill $watching $sandbox 2>/dev/null; rm -rf "$work"' EXIT
sleep 1
runs create deployment web --image=kws/web:1 --port=8080
says 'successfully rolled out' rollout status deployment/web --timeout=30s
runs create service clusterip web --tcp=80:8080
runs create ingress web '--rule=web.localhost/*=web:80'
says '^web +1/1 +1 +1 ' get deployment web
says '^web-[a-z0-9]+ +1 +1 +1 ' get replicasets
says '^web-[a-z0-9]+-[a-z0-9]+ +1/1 +Running +0 ' get pods
says '^web +ClusterIP +10\.96\.[0-9.]+ +<none> +80/TCP' get service web
says '^web +nginx +web\.localhost +127\.0\.0\.1 +80 ' get ingress web
says 'Scaled up replica set web-[a-z0-9]+ to 1' describe deployment web
says 'Started container web' describe pod -l app=web
says 'web\.localhost' describe ingress web
says '^web +10\.244\.[0-9.]+:8080' get endpoints web
says 'starting web 1 on 8080' logs deployment/web
answers 'web 1' web.localhost

# scale
runs scale deployment web --replicas=3
runs rollout status deployment/web --timeout=30s
finally '3' get deployment web -o 'jsonpath={.status.availableReplicas}'
runs scale deployment web --replicas=1
finally '1' get deployment web -o 'jsonpath={.status.replicas}'

# other versions, and back
runs set image deployment/web web=kws/web:2
says 'successfully rolled out' rollout status deployment/web --timeout=30s
answers 'web 2' web.localhost
says '^2 ' rollout history deployment/web
runs rollout undo deployment/web
runs rollout status deployment/web --timeout=30s
answers 'web 1' web.localhost
runs rollout restart deployment/web
runs rollout status deployment/web --timeout=30s

# apply, twice, and with managers of fields
cat >"$work/app.yaml" <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata: {name: applied, labels: {app: applied}}
spec:
  replicas: 1
  selector: {matchLabels: {app: applied}}
  template:
    metadata: {labels: {app: applied}}
    spec:
      containers:
      - name: web
        image: kws/web:1
        env: [{name: A, value: b}]
        readinessProbe: {httpGet: {path: /healthz, port: 8080}}
YAML
says 'applied created' apply -f "$work/app.yaml"
says 'applied unchanged' apply -f "$work/app.yaml"
runs rollout status deployment/applied --timeout=30s
sed -i 's/value: b/value: c/' "$work/app.yaml"
says 'applied configured' apply -f "$work/app.yaml"
runs rollout status deployment/applied --timeout=30s
is 'c' get deployment applied -o 'jsonpath={.spec.template.spec.containers[0].env[0].value}'
runs scale deployment applied --replicas=2
refuses 'conflict with "kubectl.*\.spec\.replicas' apply --server-side --field-manager=other -f "$work/app.yaml"
says 'serverside-applied' apply --server-side --force-conflicts --field-manager=other -f "$work/app.yaml"
is '1' get deployment applied -o 'jsonpath={.spec.replicas}'
says 'created \(server dry run\)|configured \(server dry run\)|unchanged' apply --dry-run=server -f "$work/app.yaml"

# patches, labels, selectors
runs patch deployment applied -p '{"spec":{"template":{"spec":{"containers":[{"name":"web","image":"kws/web:2"}]}}}}'
is 'c kws/web:2' get deployment applied -o 'jsonpath={.spec.template.spec.containers[0].env[0].value} {.spec.template.spec.containers[0].image}'
runs label deployment applied tier=front
is 'deployment.apps/applied' get deployments -l 'tier in (front,back)' -o name
is '' get deployments -l 'tier=none' -o name

# what goes wrong
runs create deployment lost --image=kws/absent:9
finally 'True' get deployment lost -o 'jsonpath={.status.conditions[?(@.type=="Progressing")].status}'
says 'failed to resolve reference "docker.io/kws/absent:9".*not found' describe pod -l app=lost
refuses 'is waiting to start: trying and failing to pull image' logs deployment/lost
refuses 'timed out waiting' rollout status deployment/lost --timeout=2s
runs create deployment crash --image=busybox:1.35 -- sh -c 'echo cannot; exit 3'
finally 'CrashLoopBackOff' get pods -l app=crash -o 'jsonpath={.items[0].status.containerStatuses[0].state.waiting.reason}'
says 'Exit Code: +3' describe pod -l app=crash
says '^cannot$' logs deployment/crash
runs create namespace small
runs -n small create quota few --hard=pods=1
runs -n small create deployment many --image=kws/web:1 --replicas=2
finally 'True' -n small get deployment many -o 'jsonpath={.status.conditions[?(@.type=="ReplicaFailure")].status}'
says 'exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1' -n small describe replicaset
says 'pods: 1/1' -n small get quota
refuses 'deployments.apps "nothing" not found' get deployment nothing
refuses 'deployments.apps "web" already exists|AlreadyExists' create deployment web --image=kws/web:1
refuses 'namespaces "nowhere" not found' -n nowhere create configmap c --from-literal=a=b

# delete, with all that belongs to it
runs delete ingress,service web
runs delete deployment web applied lost crash
finally '' get pods,replicasets -o name
runs delete namespace small
refuses 'namespaces "small" not found' get namespace small
kill $watching 2>/dev/null
for state in Pending ContainerCreating Running Terminating; do
    if grep -q "$state" "$work/watched"; then
        echo "ok       the watch told of $state"
    else
        failed=$((failed + 1))
        echo "NOT OK   the watch told nothing of $state"
    fi
done
verdict
