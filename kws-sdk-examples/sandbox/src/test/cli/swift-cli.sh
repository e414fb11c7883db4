#!/bin/bash
# Lets the genuine swift and openstack commands judge the sandbox's object storage.
# Needs python3-swiftclient and python3-openstackclient.
# Usage: swift-cli.sh [CLASSPATH]   (compiled sandbox; without it, target/classes and Maven's class path)
#        swift-cli.sh --cloud NAME  (the same against a cloud of $OS_CLIENT_CONFIG_FILE, to judge the judge)
set -u
here=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
sandbox=
failed=0
trap '[ -n "$sandbox" ] && kill $sandbox 2>/dev/null; rm -rf "$work"' EXIT

classpath() {
    mvn -q -o -f "$here/pom.xml" dependency:build-classpath \
        -Dmdep.includeScope=runtime -Dmdep.outputFile="$work/classpath" >&2
    echo "$here/target/classes:$(cat "$work/classpath")"
}

if [ "${1:-}" == --cloud ]; then
    cloud=$2
else
    cloud=kws1
    java -cp "${1:-$(classpath)}" io.kws.sdk.sandbox.SandboxMain --nodes kws1 --dir "$work" >"$work/sandbox.log" 2>&1 &
    sandbox=$!
    for _ in $(seq 100); do [ -s "$work/clouds.yaml" ] && break; sleep 0.1; done
    export OS_CLIENT_CONFIG_FILE=$work/clouds.yaml
fi
eval "$(OS_CLOUD=$cloud openstack configuration show --unmask -f json | python3 -c '
import json, shlex, sys
auth = json.load(sys.stdin)
for name in ("auth_url", "username", "password", "project_name"):
    print("export OS_%s=%s" % (name.upper(), shlex.quote(auth["auth." + name])))')"
export OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default OS_IDENTITY_API_VERSION=3 PYTHONWARNINGS=ignore
box=judge-$$
cd "$work" || exit 1

# is EXPECTED COMMAND...: the command succeeds and prints exactly this
is() {
    local expected=$1 actual
    shift
    if ! actual=$("$@" 2>"$work/stderr"); then
        actual="failed: $(tail -n 3 "$work/stderr")"
    fi
    if [ "$actual" == "$expected" ]; then
        echo "ok       $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   %s\n  expected: %s\n  actual:   %s\n' "$*" "$expected" "$actual"
    fi
}

# shows PATTERN COMMAND...: the command succeeds and its output has a line like that
shows() {
    local pattern=$1
    shift
    if "$@" >"$work/stdout" 2>"$work/stderr" && grep -qE -- "$pattern" "$work/stdout"; then
        echo "ok       $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   %s\n  expected a line like: %s\n  %s\n' "$*" "$pattern" "$(cat "$work/stdout" "$work/stderr" | tail -n 5)"
    fi
}

# runs COMMAND...: the command succeeds
runs() {
    if "$@" >"$work/stdout" 2>"$work/stderr" </dev/null; then
        echo "ok       $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   %s\n  %s\n' "$*" "$(tail -n 3 "$work/stderr")"
    fi
}

# refuses PATTERN COMMAND...: the command fails and says why
refuses() {
    local pattern=$1
    shift
    if "$@" >"$work/stdout" 2>"$work/stderr" || ! grep -qE "$pattern" "$work/stderr"; then
        failed=$((failed + 1))
        printf 'NOT OK   %s\n  expected to fail with: %s\n  %s\n' "$*" "$pattern" "$(tail -n 3 "$work/stderr")"
    else
        echo "ok       $* (refused)"
    fi
}

same() {
    if cmp -s "$1" "$2"; then echo "ok       $1 is $2"; else failed=$((failed + 1)); echo "NOT OK   $1 is not $2"; fi
}

printf 'hello' >hello.txt
head -c 3000000 /dev/urandom >large
mkdir -p tree/sub
printf 'one' >'tree/a b.txt'
printf 'two' >'tree/sub/ä?#%.txt'

# what it offers
shows 'slo' swift info
shows 'tempurl' swift info

# containers
runs swift post "$box"
shows "^$box$" swift list
shows "Container: $box" swift stat "$box"
runs swift post "$box" -m 'Owner:Zoë' -r '.r:*,.rlistings'
shows 'Meta Owner: Zoë' swift stat "$box"
shows 'Read ACL: \.r:\*,\.rlistings' swift stat "$box"
runs swift post "$box" -r ''
refuses 'not found' swift stat "$box-nope"

# objects
is 'hello.txt' swift upload "$box" hello.txt -H 'X-Object-Meta-Color: blue'
shows 'ETag: 5d41402abc4b2a76b9719d911017c592' swift stat "$box" hello.txt
shows 'Meta Color: blue' swift stat "$box" hello.txt
is 'hello' swift download "$box" hello.txt -o -
refuses "not found" swift download "$box" nope -o -
runs swift upload "$box" tree
is $'hello.txt\ntree/a b.txt\ntree/sub/ä?#%.txt' swift list "$box"
is $'tree/a b.txt\ntree/sub/' swift list "$box" --prefix tree/ --delimiter /
is 'two' swift download "$box" 'tree/sub/ä?#%.txt' -o -
shows 'hello.txt' swift list "$box" --lh
runs swift post "$box" hello.txt -m 'Color:red'
shows 'Meta Color: red' swift stat "$box" hello.txt
runs swift copy "$box" hello.txt -d "/$box/copy.txt"
is 'hello' swift download "$box" copy.txt -o -

# large objects
runs swift upload "$box" large -S 1000000 --use-slo
shows 'Content Length: 3000000' swift stat "$box" large
runs swift download "$box" large -o large.slo
same large large.slo
is '3' bash -c "swift list ${box}_segments | wc -l"
runs swift upload "$box" large -S 1000000 --use-slo --changed --object-name again
runs swift delete "$box" large
is '3' bash -c "swift list ${box}_segments | wc -l"
runs swift delete "$box" again
runs swift upload "$box" large -S 1000000 --object-name dynamic
runs swift download "$box" dynamic -o large.dlo
same large large.dlo
runs swift delete "$box" dynamic
is '' swift list "${box}_segments"

# temporary URLs
runs swift post "$box" -m 'Temp-URL-Key:secret'
path=$(swift auth | sed -n 's/.*OS_STORAGE_URL=//p' | tr -d "'\"" | sed 's,^[a-z]*://[^/]*,,')
host=$(swift auth | sed -n 's/.*OS_STORAGE_URL=//p' | tr -d "'\"" | sed 's,^\([a-z]*://[^/]*\).*,\1,')
for digest in sha1 sha256 sha512; do
    is 'hello' curl -s "$host$(swift tempurl --digest $digest GET 600 "$path/$box/hello.txt" secret)"
done
shows 'Temp URL invalid' curl -s "$host$(swift tempurl GET 600 "$path/$box/hello.txt" wrong)"

# the openstack command
os() { openstack --os-cloud "$cloud" "$@"; }
is "$box-os" os container create "$box-os" -f value -c container
shows "^$box-os$" os container list -f value -c Name
runs os container set "$box-os" --property color=blue
shows '[Cc]olor' os container show "$box-os"
is 'hello.txt' os object create "$box-os" hello.txt -f value -c object
is 'hello.txt' os object list "$box-os" -f value -c Name
is '5' os object show "$box-os" hello.txt -f value -c content-length
runs os object save "$box-os" hello.txt --file saved
same hello.txt saved
refuses '409|Conflict' os container delete "$box-os"
runs os object delete "$box-os" hello.txt
runs os container delete "$box-os"

# away with it all
runs swift delete "$box"
runs swift delete "${box}_segments"
is '0' bash -c "swift list | grep -c $box || true"

echo
[ $failed -eq 0 ] && echo 'All as expected.' || echo "$failed not as expected."
exit $((failed > 0))
