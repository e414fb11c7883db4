#!/bin/bash
# Lets the genuine openstack command judge the sandbox's Zun. Needs python3-openstackclient and python3-zunclient.
# Usage: zun-cli.sh [CLASSPATH]   (compiled sandbox; without it, target/classes and Maven's class path)
set -u
. "$(dirname "$0")/judge.sh"
export OS_CONTAINER_API_VERSION=1.40

# becomes STATUS NAME: the container gets there within some looks
becomes() {
    for _ in 1 2 3 4 5 6 7 8; do [ "$(os appcontainer show "$2" -f value -c status)" == "$1" ] && break; done
    is "$1" appcontainer show "$2" -f value -c status
}

# says PATTERN COMMAND...: the command prints this, whatever its exit code, which is 0 also when such a one is refused
says() {
    local pattern=$1
    shift
    os "$@" >"$work/stdout"
    if grep -qE "$pattern" "$work/stdout"; then
        echo "ok       openstack $*"
    else
        failed=$((failed + 1))
        printf 'NOT OK   openstack %s\n  expected: %s\n  actual:   %s\n' "$*" "$pattern" "$(cat "$work/stdout")"
    fi
}

# what is there from the beginning
is '' appcontainer list -f value
runs appcontainer availability zone list
runs appcontainer quota get "$(os project show demo -f value -c id)"

# run, list, show
is 'Creating' appcontainer run -f value -c status --name web --cpu 0.5 --memory 256 --environment GREETING=hello --label course=web \
    --restart no --image-driver docker --net network=private --expose-port 80 nginx
becomes 'Running' web
is 'web nginx Running' appcontainer list -f value -c name -c image -c status
is 'web' appcontainer list --name web -f value -c name
is '' appcontainer list --name we -f value -c name
is '0.5' appcontainer show web -f value -c cpu
is '256' appcontainer show web -f value -c memory
is "{'course': 'web'}" appcontainer show web -f value -c labels
is "{'GREETING': 'hello'}" appcontainer show web -f value -c environment
is '[80]' appcontainer show web -f value -c ports
is "{'Name': 'no', 'MaximumRetryCount': '0'}" appcontainer show web -f value -c restart_policy
runs appcontainer network list web
runs appcontainer action list web
case $(os security group list -f value -c Name) in
    *zun-*) echo "ok       what it exposes has a security group" ;;
    *) failed=$((failed + 1)); echo "NOT OK   no security group" ;;
esac
runs appcontainer logs web
grep -q 'ready for start up' "$work/stdout" || { failed=$((failed + 1)); echo 'NOT OK   logs'; }
runs appcontainer stats web
says '^hello$' appcontainer exec web echo hello

# stop, start, restart, pause
says 'Cannot start container .* in Running state' appcontainer start web
says 'Cannot delete container .* in Running state' appcontainer delete web
says 'accepted' appcontainer stop web
becomes 'Stopped' web
says 'accepted' appcontainer start web
becomes 'Running' web
says 'accepted' appcontainer restart web
becomes 'Running' web
says 'accepted' appcontainer pause web
becomes 'Paused' web
says 'Cannot delete_after_stop container .* in Paused state' appcontainer delete --stop web
says 'accepted' appcontainer unpause web
becomes 'Running' web
says 'accepted' appcontainer kill web
becomes 'Stopped' web
runs appcontainer set --name web-2 web
is 'web-2' appcontainer show web-2 -f value -c name

# create without a start; what ends by itself; what cannot be made
runs appcontainer create --name job busybox echo done
becomes 'Created' job
says 'accepted' appcontainer start job
becomes 'Stopped' job
is 'done' appcontainer logs job
runs appcontainer create --name lost no/such-image
becomes 'Error' lost
os appcontainer show lost -f value -c status_reason | grep -q 'pull access denied' ||
    { failed=$((failed + 1)); echo 'NOT OK   the reason of an unknown image'; }
refuses 'Neutron network nowhere could not be found' appcontainer run --net network=nowhere nginx
refuses 'minimum of 4' appcontainer run --memory 1 nginx
refuses 'Container nothing could not be found' appcontainer show nothing

# limits
for i in 1 2; do runs appcontainer create --name "large-$i" --cpu 8 busybox; done
refuses "Quota exceeded for resources: \['cpu'\]" appcontainer create --cpu 10 busybox

# the administrator
refuses '403|allow' appcontainer list --all-projects
says "allow container:delete_force" appcontainer delete --force web-2
export OS_CLOUD=kws1-admin
is 'web-2' appcontainer list --all-projects --name web-2 -f value -c name
runs appcontainer service list
runs appcontainer host list
says 'accepted' appcontainer delete --force web-2
export OS_CLOUD=kws1

# and everything goes again
says 'accepted' appcontainer delete --stop $(os appcontainer list -f value -c name)
is '' appcontainer list -f value
is $'default\nssh-icmp' security group list -f value -c Name --sort-column Name
is '' port list --device-owner compute:kuryr -f value
verdict
