# Starts a sandbox of one node, kws1, and lets a genuine command judge it: that of $client, or openstack. To be sourced;
# give it the class path of the compiled sandbox, or nothing for target/classes and Maven's class path.
client=${client:-openstack}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d)
failed=0

classpath() {
    mvn -q -o -f "$here/pom.xml" dependency:build-classpath \
        -Dmdep.includeScope=runtime -Dmdep.outputFile="$work/classpath" >&2
    echo "$here/target/classes:$(cat "$work/classpath")"
}

java -cp "${1:-$(classpath)}" io.kws.sdk.sandbox.SandboxMain --nodes kws1 --dir "$work" --boot-millis 300 \
    >"$work/sandbox.log" 2>&1 &
sandbox=$!
trap 'kill $sandbox 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 600); do [ -s "$work/kws.yaml" ] && break; sleep 0.1; done
export OS_CLIENT_CONFIG_FILE=$work/clouds.yaml OS_CLOUD=kws1 PYTHONWARNINGS=ignore KUBECONFIG=$work/kubeconfig

os() { "$client" "$@" 2>"$work/stderr"; }

# is EXPECTED COMMAND...: the command succeeds and prints exactly this
is() {
    local expected=$1 actual
    shift
    if ! actual=$(os "$@"); then
        actual="failed: $(tail -3 "$work/stderr")"
    fi
    actual=$(sed '/^$/d' <<<"$actual")
    if [ "$actual" == "$expected" ]; then
        echo "ok       $client $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   %s %s\n  expected: %s\n  actual:   %s\n' "$client" "$*" "$expected" "$actual"
    fi
}

# runs COMMAND...: the command succeeds
runs() {
    if os "$@" >"$work/stdout"; then
        echo "ok       $client $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   %s %s\n  %s\n' "$client" "$*" "$(tail -3 "$work/stderr")"
    fi
}

# refuses PATTERN COMMAND...: the command fails and says why
refuses() {
    local pattern=$1
    shift
    if os "$@" >"$work/stdout" || ! grep -qE "$pattern" "$work/stderr"; then
        failed=$((failed + 1))
        printf 'NOT OK   %s %s\n  expected to fail with: %s\n  %s\n' "$client" "$*" "$pattern" "$(tail -3 "$work/stderr")"
    else
        echo "ok       $client $* (refused)"
    fi
}

# verdict: says how it went, and ends the script
verdict() {
    [ $failed -eq 0 ] && echo "The $client command finds nothing wrong." || echo "$failed differences"
    exit $((failed > 0))
}
