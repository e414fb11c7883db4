#!/bin/bash
# Deploys an app on the testbed by the SDK, by client-java as portals do it, and by fabric8's client in turns; then a new
# JVM's first call, and the CPU taken while waiting for what never gets ready. fabric8 comes from Maven Central.
# Usage: deploy-benchmark.sh [ROUNDS [SECONDS]]     (5 and 60; after mvn verify -Dkws.fast, which compiles all)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -o -f "$root/pom.xml" -pl kws-sdk-core,kws-sdk-examples,kws-sdk-examples/sandbox,kws-sdk-k8s test-compile dependency:build-classpath \
    -Dmdep.includeScope=runtime -Dmdep.outputFile="$work/classpath" >&2
mvn -q -f "$here/benchmark/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/fabric8" >&2
tests=$root/kws-sdk-k8s/target/test-classes
fabric8=$work/classes:$tests:$(cat "$work/fabric8")
javac -d "$work/classes" -cp "$fabric8" "$here/benchmark/ByFabric8.java"
sdk=$tests:$root/kws-sdk-k8s/target/classes:$(cat "$work/classpath")
package=io.kws.sdk.k8s.benchmark
java -cp "$sdk" $package.DeployBenchmark "${1:-5}" "${2:-60}" \
    "$package.ByTheSdk=$sdk" "$package.ByClientJava=$sdk" "ByFabric8=$fabric8"
