#!/bin/bash
# Lets the genuine openstack command judge the sandbox. Needs python3-openstackclient.
# Usage: openstack-cli.sh [CLASSPATH]   (compiled sandbox; without it, target/classes and Maven's class path)
set -u
. "$(dirname "$0")/judge.sh"

# what is there from the beginning
runs token issue
runs catalog list
is $'m1.nano\nm1.tiny\nm1.small\nm1.medium\nm1.large\nx1.nohost' flavor list -f value -c Name
is $'cirros active\ndebian-12 active\nubuntu-22.04 active' image list -f value -c Name -c Status --sort name:asc
is $'private\npublic' network list -f value -c Name --sort-column Name
is 'private-subnet 192.168.233.0/24' subnet list -f value -c Name -c Subnet --network private
is 'router1 ACTIVE' router list -f value -c Name -c Status
is $'default\nssh-icmp' security group list -f value -c Name --sort-column Name
is 'nova' availability zone list --compute -f value -c 'Zone Name'
is '' server list -f value

# keypair, security group, floating IP, server
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
is 'imported' keypair create --public-key "$work/key.pub" imported -f value -c name
runs keypair create --private-key "$work/made" made
chmod 600 "$work/made"
ssh-keygen -y -f "$work/made" >/dev/null || { failed=$((failed + 1)); echo 'NOT OK   the private key made'; }
is $'imported\nmade' keypair list -f value -c Name --sort-column Name
refuses 'HTTP 409|409' keypair create --public-key "$work/key.pub" imported
is 'web' security group create web -f value -c name
is 'tcp' security group rule create --protocol tcp --dst-port 80:80 --remote-ip 0.0.0.0/0 web -f value -c protocol
refuses 'ConflictException|409' security group rule create --protocol tcp --dst-port 80:80 --remote-ip 0.0.0.0/0 web
is 'ACTIVE' server create --flavor m1.nano --image debian-12 --network private --key-name imported \
    --security-group web --property owner=alice --wait s1 -f value -c status
is "{'owner': 'alice'}" server show s1 -f value -c properties
is 'imported' server show s1 -f value -c key_name
is 's1 ACTIVE debian-12 m1.nano' server list -f value -c Name -c Status -c Image -c Flavor
runs floating ip create public -f value -c floating_ip_address
address=$(os floating ip list -f value -c 'Floating IP Address')
runs server add floating ip s1 "$address"
is "$address" floating ip list --status ACTIVE -f value -c 'Floating IP Address'
is 'ACTIVE' floating ip show "$address" -f value -c status
case $(os server show s1 -f value -c addresses) in
    *"$address"*) echo "ok       the server has $address" ;;
    *) failed=$((failed + 1)); echo "NOT OK   the server has not $address" ;;
esac
refuses 'ConflictException|409' security group delete web
runs console log show s1
grep -q 'Cloud-init v. 22.4.2 finished' "$work/stdout" || { failed=$((failed + 1)); echo 'NOT OK   console log'; }
runs console url show s1
is 'create' server event list s1 -f value -c Action
runs server stop s1
for _ in 1 2 3 4 5; do [ "$(os server show s1 -f value -c status)" == SHUTOFF ] && break; done
is 'SHUTOFF' server show s1 -f value -c status
refuses '409' server stop s1
runs server start s1
is 'ACTIVE' server show s1 -f value -c status
runs server reboot --wait s1
runs server set --property term=30 --name s2 s1
is "{'owner': 'alice', 'term': '30'}" server show s2 -f value -c properties
runs server resize --flavor m1.tiny --wait s2
runs server resize confirm s2
is 'm1.tiny' server list -f value -c Flavor
runs server rebuild --image cirros --wait s2
is $'snap\nactive' server image create --name snap --wait s2 -f value -c name -c status
runs server remove floating ip s2 "$address"
is 'DOWN' floating ip show "$address" -f value -c status

# a server no host has room for
runs server create --flavor x1.nohost --image debian-12 --network private --wait lost
is 'ERROR' server show lost -f value -c status
runs server delete --wait lost

# volumes
is 'creating' volume create --size 1 v1 -f value -c status
is 'v1 available 1' volume list -f value -c Name -c Status -c Size
runs server add volume s2 v1
is 'in-use' volume show v1 -f value -c status
refuses 'Invalid volume' volume delete v1
runs server remove volume s2 v1
is 'available' volume show v1 -f value -c status
runs volume snapshot create --volume v1 vs1
is 'vs1 available' volume snapshot list -f value -c Name -c Status
runs volume snapshot delete vs1
runs volume set --property a=b v1
runs volume delete v1
is '' volume list -f value
refuses '413|quota' volume create --size 60 big

# images
printf 'not really a disk' >"$work/disk"
runs image create --file "$work/disk" --disk-format raw --property kws=1 mine
is 'active' image show mine -f value -c status
runs image save --file "$work/copy" mine
cmp -s "$work/disk" "$work/copy" || { failed=$((failed + 1)); echo 'NOT OK   image save'; }
runs image set --name ours --tag t mine
is 'ours' image show ours -f value -c name
refuses '403' image delete debian-12
runs image delete ours snap
is $'cirros\ndebian-12\nubuntu-22.04' image list -f value -c Name --sort name:asc

# networks
is 'net1' network create net1 -f value -c name
is '10.9.0.0/24' subnet create --network net1 --subnet-range 10.9.0.0/24 sub1 -f value -c cidr
runs router create r1
runs router set --external-gateway public r1
runs router add subnet r1 sub1
refuses '409' network delete net1
runs port create --network net1 --fixed-ip subnet=sub1 p1
runs port delete p1
runs router remove subnet r1 sub1
runs router delete r1
runs network delete net1

# limits
runs limits show --absolute
grep -qE '^\| maxTotalInstances +\| +10 \|' "$work/stdout" || { failed=$((failed + 1)); echo 'NOT OK   limits'; }
runs quota show
grep -qE '^\| floating-ips +\| 5' "$work/stdout" || { failed=$((failed + 1)); echo 'NOT OK   quota'; }

# the administrator
export OS_CLOUD=kws1-admin
is 's2' server list --all-projects -f value -c Name
is 'kws1 up' hypervisor list -f value -c 'Hypervisor Hostname' -c State
is $'admin\ndemo' project list -f value -c Name --sort-column Name
export OS_CLOUD=kws1
refuses '403' server list --all-projects

# and everything goes again
runs server delete --wait s2
refuses 'No server with a name or ID' server show s2
runs floating ip delete "$address"
runs security group delete web
runs keypair delete imported made
is '' server list -f value
is '' floating ip list -f value
is '' keypair list -f value

verdict
