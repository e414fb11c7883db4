#!/bin/bash
# Sends a file to the testbed's object storage and fetches it again, by curl, by openstack4j and by the SDK in turns.
# Usage: transfer-benchmark.sh [MIB [ROUNDS]]     (2048 and 3; after mvn verify -Dkws.fast, which compiles all)
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
modules=kws-sdk-core,kws-sdk-examples,kws-sdk-examples/sandbox,kws-sdk-openstack
mvn -q -o -f "$root/pom.xml" -pl $modules test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath" >&2
exec java -cp "$root/kws-sdk-openstack/target/test-classes:$root/kws-sdk-openstack/target/classes:$(cat "$work/classpath")" \
    io.kws.sdk.openstack.buckets.TransferBenchmark "$work" "${1:-2048}" "${2:-3}"
