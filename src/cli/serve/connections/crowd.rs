//! Who is connected, and who has to make room when all places are taken.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::AbortHandle;

use super::guarded::Activity;

/// The maximum number of connections: some less than the 1,024 files that many systems allow a
/// process, for those below.
const MAX_CONNECTIONS: usize = 960;

/// The maximum number of connections beyond, whose requests are only answered with a word that
/// there is no room. They soon end.
const MAX_REFUSED: usize = 1024;

/// How long nothing moves before a connection may be cut to make room: longer than a request waits
/// for its turn.
const MIN_IDLE: Duration = Duration::from_secs(3);

#[derive(Debug, Default)]
pub(super) struct Crowd {
    served: Vec<Connection>,
    refused: Vec<AbortHandle>,
}

#[derive(Debug)]
struct Connection {
    network: IpAddr,
    activity: Arc<Activity>,
    task: AbortHandle,
}

/// What becomes of somebody who connects.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Room {
    Served,
    /// All places are taken: there is a word about that, and no more.
    Told,
    /// Not even that.
    Nowhere,
}

impl Crowd {
    /// Where there is room, made by cutting another connection if need be.
    pub fn room_for(&mut self, address: IpAddr) -> Room {
        if self.served.len() >= MAX_CONNECTIONS {
            self.served.retain(|connection| !connection.task.is_finished());
        }
        if self.served.len() < MAX_CONNECTIONS {
            return Room::Served;
        }
        if let Some(index) = self.dispensable(network(address)) {
            self.served.swap_remove(index).task.abort();
            return Room::Served;
        }
        self.refused.retain(|task| !task.is_finished());
        if self.refused.len() < MAX_REFUSED { Room::Told } else { Room::Nowhere }
    }

    pub fn enter(
        &mut self,
        address: IpAddr,
        activity: Arc<Activity>,
        task: AbortHandle,
        is_served: bool,
    ) {
        match is_served {
            true => self.served.push(Connection { network: network(address), activity, task }),
            false => self.refused.push(task),
        }
    }

    /// The connection that has to make room for one from this network: one on which nothing moves,
    /// or one of a network that holds far more than this one. Of several, one of the network that
    /// holds most, on which nothing has moved for longest.
    fn dispensable(&self, newcomer: IpAddr) -> Option<usize> {
        let mut held: HashMap<IpAddr, usize> = HashMap::new();
        for connection in &self.served {
            *held.entry(connection.network).or_default() += 1;
        }
        let own = held.get(&newcomer).copied().unwrap_or_default();
        let count =
            |connection: &Connection| held.get(&connection.network).copied().unwrap_or_default();
        let yields = |connection: &Connection| {
            connection.activity.idle() >= MIN_IDLE
                || count(connection) > own.saturating_mul(2).max(MAX_CONNECTIONS / 4)
        };
        let candidates =
            self.served.iter().enumerate().filter(|(_, connection)| yields(connection));
        let candidate = candidates
            .max_by_key(|(_, connection)| (count(connection), connection.activity.idle()));
        candidate.map(|(index, _)| index)
    }
}

/// The network of one client: an address of IPv4, or the part of one of IPv6 that is given to a
/// customer.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => {
            let [first, second, third, fourth, ..] = address.segments();
            Ipv6Addr::new(first, second, third, fourth, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    /// As many connections of one address as there may be, all busy.
    fn crowded() -> Crowd {
        let mut crowd = Crowd::default();
        for _ in 0..MAX_CONNECTIONS {
            assert_eq!(crowd.room_for(address(1)), Room::Served);
            connect(&mut crowd, address(1));
        }
        crowd
    }

    fn connect(crowd: &mut Crowd, from: IpAddr) -> AbortHandle {
        let task = tokio::spawn(std::future::pending::<()>()).abort_handle();
        crowd.enter(from, Arc::new(Activity::default()), task.clone(), true);
        task
    }

    #[tokio::test(flavor = "current_thread")]
    async fn one_address_cannot_hold_all_places() {
        let mut crowd = crowded();
        assert_eq!(crowd.room_for(address(1)), Room::Told);
        // Others find room, up to a fair share.
        for _ in 0..MAX_CONNECTIONS / 4 {
            assert_eq!(crowd.room_for(address(2)), Room::Served);
            connect(&mut crowd, address(2));
            assert_eq!(crowd.served.len(), MAX_CONNECTIONS);
        }
        assert_eq!(crowd.room_for(address(3)), Room::Served);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn who_is_done_leaves_room() {
        let mut crowd = crowded();
        crowd.served[7].task.abort();
        tokio::task::yield_now().await;
        assert_eq!(crowd.room_for(address(1)), Room::Served);
        assert_eq!(crowd.served.len(), MAX_CONNECTIONS - 1);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_word_that_there_is_no_room_is_bounded_too() {
        let mut crowd = crowded();
        let task = tokio::spawn(std::future::pending::<()>()).abort_handle();
        crowd.refused = vec![task.clone(); MAX_REFUSED - 1];
        assert_eq!(crowd.room_for(address(1)), Room::Told);
        crowd.enter(address(1), Arc::new(Activity::default()), task, false);
        assert_eq!(crowd.room_for(address(1)), Room::Nowhere);
    }

    #[test]
    fn a_customer_of_ipv6_is_one_client() {
        let parsed = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(parsed("2001:db8:1:2::1"), parsed("2001:db8:1:2:ffff::9"));
        assert_ne!(parsed("2001:db8:1:2::1"), parsed("2001:db8:1:3::1"));
        assert_eq!(parsed("::ffff:192.0.2.1"), parsed("192.0.2.1"));
    }
}
